package dev.allmende.apiserver.endpoint;

import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.request.ApiRequest;
import java.util.Optional;

/** Answers paths of its own that are no resources. */
public interface PathHandler {

    /** Empty when the path is another's. */
    Optional<Answer> answer(ApiRequest request) throws InterruptedException;
}
