package dev.allmende.apiserver.endpoint;

import dev.allmende.apiserver.openapi.OpenApi;
import dev.allmende.apiserver.openapi.OpenApi.Found;
import dev.allmende.apiserver.openapi.OpenApi.Moved;
import dev.allmende.apiserver.openapi.Packed;
import dev.allmende.apiserver.request.Accept;
import dev.allmende.apiserver.request.Accept.Endpoint;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.request.ApiRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The OpenAPI documents under their paths. */
final class Descriptions {

    private static final String V3 = "/openapi/v3";
    private static final String FOR_GOOD = "public, immutable, max-age=31536000";

    private final OpenApi openApi;

    Descriptions(OpenApi openApi) {
        this.openApi = openApi;
    }

    Optional<Answer> answer(ApiRequest request, String path) {
        if (path.equals("/openapi/v2")) {
            boolean protobuf = request.headers().text("Accept").contains("proto-openapi.spec.v2");
            return Optional.of(answer(protobuf ? openApi.v2Protobuf() : openApi.v2(), request, ""));
        }
        if (path.equals(V3)) {
            Accept.negotiate(request.headers().text("Accept"), Endpoint.DOCUMENT);
            return Optional.of(Answer.json(200, openApi.index().json()));
        }
        if (!path.startsWith(V3 + "/")) {
            return Optional.empty();
        }
        return openApi.v3(path.substring(V3.length() + 1), request.query().text("hash"))
                .map(found -> switch (found) {
                    case Found(var document, var lasting) -> answer(document, request, lasting ? FOR_GOOD : "");
                    case Moved(var location) ->
                        new Answer.Whole(
                                301, "text/html; charset=utf-8", new byte[0], Map.of("Location", location), List.of());
                });
    }

    private static Answer answer(Packed document, ApiRequest request, String caching) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", document.etag());
        headers.put("Vary", "Accept-Encoding, Accept");
        if (!caching.isEmpty()) {
            headers.put("Cache-Control", caching);
        }
        if (document.isKnownBy(request.headers().text("If-None-Match"))) {
            return new Answer.Whole(304, document.contentType(), new byte[0], headers, List.of());
        }
        if (request.headers().text("Accept-Encoding").contains("gzip")) {
            headers.put("Content-Encoding", "gzip");
            return new Answer.Whole(200, document.contentType(), document.gzip(), headers, List.of());
        }
        return new Answer.Whole(200, document.contentType(), document.content(), headers, List.of());
    }
}
