package dev.allmende.apiserver.endpoint;

import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.authz.Authorizer.Decision;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.request.ApiRequest;
import dev.allmende.apiserver.request.Target;

/** Sees every request: for the audit log, the figures, the server's log. */
interface Observer {

    Observation begin(ApiRequest request, Target target);

    /** One request from its begin to its end. */
    interface Observation {

        /** The audit id, which the client is told as well. */
        String id();

        void by(User asker);

        /** Somebody else, whose rights count from now on. */
        void as(User impersonated);

        void decided(Decision decision);

        /** A mistake of ours. */
        void failed(Throwable problem);

        /** The answer as it shall go out; a stream is observed to its end. */
        Answer answered(Answer answer);
    }
}
