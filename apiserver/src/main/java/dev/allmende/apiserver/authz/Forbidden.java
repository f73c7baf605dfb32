package dev.allmende.apiserver.authz;

import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.StatusException;

/** What somebody is told who may not (Kubernetes apiserver, endpoints/handlers/responsewriters/errors.go). */
public final class Forbidden {

    private Forbidden() {}

    /** The 403 answer to a request that was not allowed. */
    public static StatusException answer(Attributes asked, Authorizer.Decision decision) {
        var why = decision.reason().isEmpty() ? message(asked) : message(asked) + ": " + decision.reason();
        return switch (asked) {
            case Attributes.OfResource on ->
                StatusException.forbidden(new GroupResource(on.group(), on.resource()), on.name(), why);
            case Attributes.OfPath _ -> StatusException.of(Reason.FORBIDDEN, "forbidden: " + why);
        };
    }

    /**
     * {@code User "x" cannot get resource "pods" in API group "" in the namespace "y"}. Without characters that a browser
     * could take for HTML.
     */
    public static String message(Attributes asked) {
        var who = "User %s cannot %s ".formatted(Quoted.text(asked.user().name()), asked.verb());
        var what = switch (asked) {
            case Attributes.OfPath path -> "path " + Quoted.text(path.path());
            case Attributes.OfResource on ->
                "resource %s in API group %s %s"
                        .formatted(Quoted.text(full(on)), Quoted.text(on.group()), where(on.namespace()));
        };
        return (who + what).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String full(Attributes.OfResource on) {
        return on.subresource().isEmpty() ? on.resource() : on.resource() + "/" + on.subresource();
    }

    private static String where(String namespace) {
        return namespace.isEmpty() ? "at the cluster scope" : "in the namespace " + Quoted.text(namespace);
    }
}
