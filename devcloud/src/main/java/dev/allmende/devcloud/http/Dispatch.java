package dev.allmende.devcloud.http;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Brings a request to the handler of one service: token, microversion, route, and the service's manners around it. */
final class Dispatch {
    private final Service service;
    private final Function<String, Optional<Caller>> tokens;
    private final String base;

    Dispatch(Service service, Function<String, Optional<Caller>> tokens, String base) {
        this.service = service;
        this.tokens = tokens;
        this.base = base;
    }

    Answer answer(String method, String path, Query query, Map<String, String> headers, byte[] body, String id) {
        Optional<Caller> caller =
                Optional.ofNullable(headers.get("x-auth-token")).flatMap(tokens);
        Request request = new Request(method, base, path, query, headers, body, caller, id, Map.of());
        Manners manners = service.manners();
        try {
            boolean routed = service.routes().match(method, path).isPresent();
            Answer answer = route(request);
            return routed ? manners.dress(request, answer) : manners.dressUnrouted(request, answer);
        } catch (Refused refusal) {
            return manners.dress(request, manners.refused(request, refusal));
        }
    }

    private Answer route(Request request) {
        Manners manners = service.manners();
        Optional<Routes.Match> match = service.routes().match(request.method(), request.path());
        boolean open = match.map(m -> m.access() == Routes.Access.OPEN).orElse(!manners.tokenFirst());
        if (!open && request.sender().isEmpty()) {
            return manners.unauthorized(request);
        }
        Optional<Answer> before = manners.before(request);
        if (before.isPresent()) {
            return before.get();
        }
        if (match.isEmpty()) {
            Set<String> methods = service.routes().methods(request.path());
            return methods.isEmpty() ? manners.noRoute(request) : manners.wrongMethod(request, methods);
        }
        return match.get().handler().answer(request.withParts(match.get().parts()));
    }
}
