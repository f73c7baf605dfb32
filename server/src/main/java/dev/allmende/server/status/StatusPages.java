package dev.allmende.server.status;

import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.endpoint.Pages;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.request.ApiRequest;
import dev.allmende.apiserver.request.Headers;
import dev.allmende.status.StatusSite;
import dev.allmende.status.caller.Caller;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hands requests to the room of status pages once that has read its resources. */
public final class StatusPages implements Pages {

    private volatile @Nullable StatusSite site;
    private volatile Supplier<String> figures = () -> "";
    private volatile Function<Headers, Optional<User>> sessions = headers -> Optional.empty();

    /** @param found whose session the cookies of a request belong to */
    public void sessions(Function<Headers, Optional<User>> found) {
        sessions = found;
    }

    /** Whose session of a browser a request belongs to. */
    public Optional<Caller> signedIn(Ask ask) {
        return sessions.apply(new Headers(Map.of("cookie", List.of(ask.header("Cookie")))))
                .map(user -> new Caller(user.name(), user.groups(), Caller.Proof.COOKIE));
    }

    /**
     * Pages are served from now on.
     *
     * @param more figures of the controllers, in Prometheus' text format
     */
    public void open(StatusSite opened, Supplier<String> more) {
        figures = more;
        site = opened;
    }

    /** Of the controllers; none before they act. */
    public String figures() {
        return figures.get();
    }

    @Override
    public Optional<Answer> answer(ApiRequest request) throws InterruptedException {
        var opened = site;
        if (opened == null) {
            return StatusSite.isOurs(request.path()) ? Optional.of(starting()) : Optional.empty();
        }
        return opened.answer(ask(request)).map(StatusPages::answer);
    }

    private static Answer starting() {
        return Answer.text(503, "the status page starts; try again in a moment\n")
                .with("Retry-After", "2");
    }

    private static Ask ask(ApiRequest request) {
        return new Ask(
                request.method(),
                request.path(),
                request.query().parameters(),
                headers(request),
                request.body(),
                request.remote());
    }

    private static Map<String, String> headers(ApiRequest request) {
        return request.headers().fields().entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, StatusPages::value));
    }

    /** HTTP/2 lets clients send their cookies one by one (RFC 9113, 8.2.3). */
    private static String value(Map.Entry<String, List<String>> field) {
        return field.getKey().equals("cookie")
                ? String.join("; ", field.getValue())
                : field.getValue().getFirst();
    }

    private static Answer answer(Reply reply) {
        return new Answer.Whole(reply.code(), reply.contentType(), reply.body(), reply.headers(), List.of());
    }
}
