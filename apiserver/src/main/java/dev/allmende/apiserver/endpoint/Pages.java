package dev.allmende.apiserver.endpoint;

import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.request.ApiRequest;
import java.util.Optional;

/**
 * Paths with a login of their own, asked before that of the API. They have no rights: what they show they ask of
 * {@link Inside}.
 */
public interface Pages {

    Pages NONE = request -> Optional.empty();

    /** Empty when the path is another's. */
    Optional<Answer> answer(ApiRequest request) throws InterruptedException;
}
