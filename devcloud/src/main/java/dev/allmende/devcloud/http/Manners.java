package dev.allmende.devcloud.http;

import java.util.Optional;
import java.util.Set;

/** How one service behaves where all do the same thing in their own way: errors, refusals, headers. */
public interface Manners {
    /** The body of an error. */
    Answer refused(Request request, Refused refusal);

    /** No token, or one that is not valid. */
    default Answer unauthorized(Request request) {
        return Errors.keystoneMiddleware(request);
    }

    /** Nothing has this path. */
    default Answer noRoute(Request request) {
        return Webob.error(request, 404, "The resource could not be found.");
    }

    /** The path exists, but not with this method. */
    default Answer wrongMethod(Request request, Set<String> known) {
        return noRoute(request);
    }

    /** Whether the token is looked at before the path: then an unknown path without token is 401. */
    default boolean tokenFirst() {
        return true;
    }

    /** An answer that comes before the route, for example 406 for a microversion out of reach. */
    default Optional<Answer> before(Request request) {
        return Optional.empty();
    }

    /** Headers of an answer to a path that no route has; some services set fewer there. */
    default Answer dressUnrouted(Request request, Answer answer) {
        return dress(request, answer);
    }

    /** Headers that every answer of the service has. */
    default Answer dress(Request request, Answer answer) {
        return answer.with("X-Openstack-Request-Id", request.id());
    }
}
