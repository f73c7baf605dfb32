package dev.allmende.apiserver.endpoint;

import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.request.ApiRequest;

/**
 * Requests from within the process, such as those of pages for the user who is signed in: the same rights, limits and audit
 * as over the network, without its cost.
 */
public interface Inside {

    /** @param user who asks; taken as proved */
    Answer answer(User user, ApiRequest request);
}
