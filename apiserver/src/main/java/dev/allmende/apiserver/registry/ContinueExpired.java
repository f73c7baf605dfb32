package dev.allmende.apiserver.registry;

import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.Status;
import dev.allmende.apiserver.status.StatusException;

/**
 * The view of a paged list is gone. The client may start again, or go on in the newest view with the token given here.
 *
 * @param token of an inconsistent continuation
 */
record ContinueExpired(String token) {

    StatusException exception() {
        var message =
                "The provided continue parameter is too old to display a consistent list result. You can start a new"
                        + " list without the continue parameter, or use the continue token in this response to retrieve the"
                        + " remainder of the results. Continuing with the provided token results in an inconsistent list -"
                        + " objects that were created, modified, or deleted between the time the first chunk was returned and"
                        + " now may show up in the list.";
        return new StatusException(new Status(410, Reason.EXPIRED, message, Status.Details.NONE, token));
    }
}
