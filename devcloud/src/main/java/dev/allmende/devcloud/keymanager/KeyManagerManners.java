package dev.allmende.devcloud.keymanager;

import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Webob;
import dev.allmende.devcloud.world.Json;

/** Barbican's errors: {@code {code, title, description}} (barbican/api/app.py, Zed). */
final class KeyManagerManners implements Manners {
    @Override
    public Answer refused(Request request, Refused refusal) {
        return Answer.json(
                refusal.status(),
                Json.object()
                        .put("code", refusal.status())
                        .put("title", Webob.reason(refusal.status()))
                        .put("description", refusal.text()));
    }

    @Override
    public Answer noRoute(Request request) {
        return refused(request, Refused.notFound(""));
    }

    @Override
    public Answer dress(Request request, Answer answer) {
        if (answer.status() == 401) {
            return answer;
        }
        Answer dressed = answer.with("OpenStack-API-Version", "key-manager 1.0").with("Vary", "openstack-api-version");
        return answer.status() == 300 ? dressed : Manners.super.dress(request, dressed);
    }
}
