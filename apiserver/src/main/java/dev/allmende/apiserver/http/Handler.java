package dev.allmende.apiserver.http;

import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.request.ApiRequest;

/** Answers requests; runs on a virtual thread and may block. */
public interface Handler {
    Answer handle(ApiRequest request);
}
