package dev.allmende.apiserver.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.discovery.ServedGroup.ServedVersion;
import dev.allmende.apiserver.json.Json;
import java.lang.ref.SoftReference;
import java.util.List;

/** The document of version 2, made when asked for and forgotten when memory is short: few clients want it. */
final class LazyV2 {

    private static final String PROTOBUF = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";

    private final List<ServedVersion> versions;
    private final String apiVersion;
    private SoftReference<Packed> json = new SoftReference<>(null);
    private SoftReference<Packed> protobuf = new SoftReference<>(null);

    LazyV2(List<ServedVersion> versions, String apiVersion) {
        this.versions = versions;
        this.apiVersion = apiVersion;
    }

    synchronized Packed json() {
        var known = json.get();
        if (known == null) {
            known = Packed.of(Json.write(document()), "application/json");
            json = new SoftReference<>(known);
        }
        return known;
    }

    synchronized Packed protobuf() {
        var known = protobuf.get();
        if (known == null) {
            known = Packed.of(SwaggerProtobuf.encode(document()), PROTOBUF);
            protobuf = new SoftReference<>(known);
        }
        return known;
    }

    private ObjectNode document() {
        return SwaggerDocument.of(versions, apiVersion);
    }
}
