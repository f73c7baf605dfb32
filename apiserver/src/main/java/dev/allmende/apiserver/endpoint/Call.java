package dev.allmende.apiserver.endpoint;

import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.request.ApiRequest;
import dev.allmende.apiserver.request.Target.OfResource;

/** A request on a resource by somebody who may make it. */
public record Call(ApiRequest request, OfResource target, User user) {

    String header(String name) {
        return request.headers().text(name);
    }
}
