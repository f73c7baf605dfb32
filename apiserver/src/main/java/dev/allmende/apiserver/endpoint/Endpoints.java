package dev.allmende.apiserver.endpoint;

import dev.allmende.apiserver.audit.AuditLog;
import dev.allmende.apiserver.authn.IdentityReviews;
import dev.allmende.apiserver.authn.Login;
import dev.allmende.apiserver.authn.serviceaccount.IssuerDocuments;
import dev.allmende.apiserver.authn.serviceaccount.TokenIssuer;
import dev.allmende.apiserver.authz.AccessReviews;
import dev.allmende.apiserver.authz.Authorizer;
import dev.allmende.apiserver.health.Health;
import dev.allmende.apiserver.limit.Priority;
import dev.allmende.apiserver.metrics.Metrics;
import dev.allmende.apiserver.registry.Registry;
import dev.allmende.apiserver.request.Answer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Puts the way of a request together. */
public final class Endpoints {

    private Endpoints() {}

    /** Who asks and what they may. */
    public record Security(
            Login login, Authorizer authorizer, IdentityReviews identities, AccessReviews access, TokenIssuer tokens) {}

    /** What is watched over and written down. */
    public record Watched(Health health, Metrics metrics, Optional<AuditLog> audit) {}

    /**
     * @param handlers of paths beside those of Kubernetes
     * @param caughtUp waits until what a write changes for others (rights, kinds) holds
     */
    public static Entrance entrance(
            Security security,
            Priority priority,
            Registry registry,
            Supplier<Published> published,
            Watched watched,
            List<PathHandler> handlers,
            CaughtUp caughtUp,
            InstantSource clock,
            Supplier<UUID> ids,
            RandomGenerator random) {
        var resources =
                new Resources(registry, () -> published.get().catalog(), virtual(security), caughtUp, clock, random);
        var documents = new Documents(published, watched.health(), watched.metrics(), handlers);
        var observer = new AuditObserver(watched.audit(), watched.metrics(), clock, ids);
        return new Front(security.login(), security.authorizer(), priority, resources, documents, observer);
    }

    /** The documents for those who check our tokens themselves. */
    public static List<PathHandler> issuer(IssuerDocuments documents) {
        List<PathHandler> handlers = new ArrayList<>();
        handlers.add(request -> request.path().equals(IssuerDocuments.CONFIGURATION_PATH)
                ? Optional.of(Answer.json(200, documents.configuration()))
                : Optional.empty());
        handlers.add(request -> request.path().equals(IssuerDocuments.KEYS_PATH)
                ? Optional.of(new Answer.Whole(200, IssuerDocuments.KEYS_TYPE, documents.keys(), Map.of(), List.of()))
                : Optional.empty());
        return handlers;
    }

    private static Map<String, Virtual> virtual(Security security) {
        Map<String, Virtual> virtual = new HashMap<>();
        virtual.put(
                "authentication.k8s.io/selfsubjectreviews",
                (call, object) -> security.identities().self(call.user()));
        virtual.put(
                "authentication.k8s.io/tokenreviews",
                (call, object) -> security.identities().token(object));
        virtual.put(
                "authorization.k8s.io/selfsubjectaccessreviews",
                (call, object) -> security.access().self(call.user(), object));
        virtual.put(
                "authorization.k8s.io/selfsubjectrulesreviews",
                (call, object) -> security.access().rules(call.user(), object));
        virtual.put(
                "authorization.k8s.io/subjectaccessreviews",
                (call, object) -> security.access().subject(object));
        virtual.put(
                "authorization.k8s.io/localsubjectaccessreviews",
                (call, object) -> security.access().local(call.target().namespace(), object));
        virtual.put(
                "/serviceaccounts/token",
                (call, object) -> security.tokens()
                        .issue(call.target().namespace(), call.target().name(), object)
                        .answer());
        return virtual;
    }
}
