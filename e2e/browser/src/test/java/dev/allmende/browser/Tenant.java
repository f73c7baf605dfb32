package dev.allmende.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Subnet;
import dev.allmende.api.schema.Definition;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.visit.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Namespace shop: a tenant with networks, servers and what belongs to them. Network and Subnet are the real kinds; the others
 * are such as the pages have never seen, defined in {@code tenant.json} beside this.
 */
final class Tenant {

    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private final Cloud cloud;

    Tenant(Cloud cloud) throws InterruptedException {
        this.cloud = cloud;
        cloud.post("/api/v1/namespaces", "{'metadata':{'name':'shop'}}");
        define(Definition.of(Network.class));
        define(Definition.of(Subnet.class));
        var tenant = read();
        for (var definition : tenant.path("definitions")) {
            define((ObjectNode) definition);
        }
        for (var object : tenant.path("objects")) {
            add((ObjectNode) object);
        }
    }

    private static ObjectNode read() {
        try (var in = Tenant.class.getResourceAsStream("tenant.json")) {
            return Json.readObject(
                    java.util.Objects.requireNonNull(in, "tenant.json").readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void define(ObjectNode definition) throws InterruptedException {
        cloud.api.post(DEFINITIONS, definition);
        var spec = definition.path("spec");
        var path = "/apis/%s/%s/%s"
                .formatted(
                        Json.string(spec, "group"),
                        Json.string(spec.path("versions").path(0), "name"),
                        Json.string(spec, "names", "plural"));
        while (true) {
            try {
                cloud.api.get(path);
                return;
            } catch (Refusal notYet) {
                Thread.sleep(20);
            }
        }
    }

    /** An object with its status. */
    void add(ObjectNode object) {
        var path = path(object);
        var made = cloud.api.post(path, object);
        if (object.has("status")) {
            made.set("status", object.get("status"));
            cloud.api.put(path + "/" + Json.string(object, "metadata", "name") + "/status", java.util.Map.of(), made);
        }
    }

    void add(String json) {
        add(Json.readObject(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private static String path(ObjectNode object) {
        return "/apis/%s/namespaces/shop/%ss"
                .formatted(
                        Json.string(object, "apiVersion"),
                        Json.string(object, "kind").toLowerCase(java.util.Locale.ROOT));
    }
}
