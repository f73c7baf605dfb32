package dev.allmende.server.status;

import dev.allmende.status.caller.Caller;
import dev.allmende.status.caller.Callers;
import dev.allmende.status.view.Ask;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Objects;
import java.util.Optional;

/** Has the API of the resources say whose token a request bears (Kubernetes, TokenReview); without one, its cookie counts. */
public final class ApiCallers implements Callers {

    private static final String BEARER = "Bearer ";

    private final KubernetesClient kubernetes;
    private final Callers cookies;

    /** @param cookies whose session of a browser a request belongs to */
    public ApiCallers(KubernetesClient kubernetes, Callers cookies) {
        this.kubernetes = kubernetes;
        this.cookies = cookies;
    }

    @Override
    public Optional<Caller> who(Ask ask) {
        var header = ask.header("Authorization");
        if (header.isEmpty()) {
            return cookies.who(ask);
        }
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? ofToken(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private Optional<Caller> ofToken(String token) {
        var review = new TokenReviewBuilder()
                .withNewSpec()
                .withToken(token)
                .endSpec()
                .build();
        var status = kubernetes.tokenReviews().create(review).getStatus();
        return Objects.requireNonNullElse(status.getAuthenticated(), false)
                ? Optional.of(new Caller(
                        status.getUser().getUsername(), status.getUser().getGroups(), Caller.Proof.TOKEN))
                : Optional.empty();
    }
}
