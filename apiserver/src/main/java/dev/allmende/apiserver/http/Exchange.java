package dev.allmende.apiserver.http;

import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.request.ApiRequest;
import dev.allmende.apiserver.request.Headers;
import dev.allmende.apiserver.request.Query;
import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.StatusException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** One request on the wire: reads it whole on the event loop, has it answered on a virtual thread. */
final class Exchange {

    private static final byte[] NO_BODY = {};

    private final HttpServerRequest wire;
    private final Handler handler;
    private final HttpLimits limits;

    private Exchange(HttpServerRequest wire, Handler handler, HttpLimits limits) {
        this.wire = wire;
        this.handler = handler;
        this.limits = limits;
    }

    static void begin(Vertx vertx, HttpServerRequest wire, Handler handler, Executor requests, HttpLimits limits) {
        var exchange = new Exchange(wire, handler, limits);
        boolean upgrade = "websocket".equalsIgnoreCase(wire.getHeader("Upgrade"));
        if (upgrade) {
            wire.pause(); // until it is known whether the upgrade is granted
            exchange.serve(requests, NO_BODY, true);
        } else if (wire.method().equals(HttpMethod.GET) || wire.method().equals(HttpMethod.HEAD)) {
            exchange.serve(requests, NO_BODY, false);
        } else {
            exchange.readBody(vertx, requests);
        }
    }

    private void readBody(Vertx vertx, Executor requests) {
        var body = Buffer.buffer();
        var tooLarge = new boolean[1];
        long timer = vertx.setTimer(
                limits.bodyTime().toMillis(), late -> wire.connection().close());
        wire.handler(part -> {
            if (body.length() + part.length() > limits.bodyBytes()) {
                tooLarge[0] = true;
            } else if (!tooLarge[0]) {
                body.appendBuffer(part);
            }
        });
        wire.exceptionHandler(gone -> vertx.cancelTimer(timer));
        wire.endHandler(end -> {
            vertx.cancelTimer(timer);
            if (tooLarge[0]) {
                refuseBody();
            } else {
                serve(requests, body.getBytes(), false);
            }
        });
    }

    private void refuseBody() {
        var problem = StatusException.of(
                Reason.REQUEST_ENTITY_TOO_LARGE, "Request entity too large: limit is %d".formatted(limits.bodyBytes()));
        new Reply(wire, limits, false).send(Answer.of(problem.status()));
    }

    private void serve(Executor requests, byte[] body, boolean upgrade) {
        try {
            requests.execute(() -> answer(body, upgrade));
        } catch (RejectedExecutionException closing) {
            wire.connection().close();
        }
    }

    private void answer(byte[] body, boolean upgrade) {
        Answer answer;
        try {
            answer = handler.handle(read(body, upgrade));
        } catch (StatusException e) {
            answer = Answer.of(e.status());
        }
        new Reply(wire, limits, upgrade).send(answer);
    }

    private ApiRequest read(byte[] body, boolean upgrade) {
        var uri = wire.uri();
        int question = uri.indexOf('?');
        var rawPath = question < 0 ? uri : uri.substring(0, question);
        var rawQuery = question < 0 ? "" : uri.substring(question + 1);
        return new ApiRequest(
                wire.method().name(),
                path(rawPath),
                uri,
                Query.parse(rawQuery),
                headers(),
                body,
                certificates(),
                wire.remoteAddress() == null ? "" : wire.remoteAddress().hostAddress(),
                upgrade);
    }

    private static String path(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw StatusException.badRequest("broken percent escape in the path");
        }
    }

    private Headers headers() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (var field : wire.headers()) {
            fields.computeIfAbsent(field.getKey().toLowerCase(Locale.ROOT), any -> new ArrayList<>(1))
                    .add(field.getValue());
        }
        if (wire.authority() != null) { // HTTP/2 names the host apart from the header fields
            fields.putIfAbsent("host", List.of(wire.authority().toString()));
        }
        return new Headers(fields);
    }

    private List<X509Certificate> certificates() {
        var session = wire.sslSession();
        if (session == null) {
            return List.of();
        }
        try {
            List<X509Certificate> chain = new ArrayList<>();
            for (var certificate : session.getPeerCertificates()) {
                chain.add((X509Certificate) certificate);
            }
            return chain;
        } catch (SSLPeerUnverifiedException none) {
            return List.of();
        }
    }
}
