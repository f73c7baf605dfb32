package dev.allmende.devcloud.volume;

import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Routes;

/** Cinder's routes: each path exists with the project in it and, since 3.67, without; another project's id is refused. */
record Scoped(Routes routes) {
    Scoped on(String method, String path, Routes.Handler handler) {
        routes.on(method, "/v3/" + path, handler);
        routes.on(method, "/v3/{project}/" + path, request -> {
            boolean own = request.part("project").equals(request.caller().project());
            if (!own) {
                throw Refused.badRequest("Malformed request url");
            }
            return handler.answer(request);
        });
        return this;
    }
}
