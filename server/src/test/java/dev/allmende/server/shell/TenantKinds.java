package dev.allmende.server.shell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Subnet;
import dev.allmende.api.schema.Definition;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.visit.Refusal;

/** Installs kinds, those of a tenant among them. */
final class TenantKinds {

    static final String ROOT = "/apis/network.allmende.dev/v1alpha1/namespaces/";
    static final String PAGES = "/ui/namespaces/";
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private TenantKinds() {}

    static void install(TestServer server) throws InterruptedException {
        install(server, Definition.of(Network.class));
        install(server, Definition.of(Subnet.class));
    }

    /** Returns when the kind is served. */
    static void install(TestServer server, ObjectNode definition) throws InterruptedException {
        server.admin.post(DEFINITIONS, definition);
        var spec = definition.path("spec");
        var path = "/apis/%s/%s/%s"
                .formatted(
                        Json.string(spec, "group"),
                        Json.string(spec.path("versions").path(0), "name"),
                        Json.string(spec, "names", "plural"));
        while (true) {
            try {
                server.admin.get(path);
                return;
            } catch (Refusal notYet) {
                Thread.sleep(20);
            }
        }
    }

    static void network(TestServer server, String namespace, String name, String spec) {
        server.create(
                ROOT + namespace + "/networks",
                "{'apiVersion':'network.allmende.dev/v1alpha1','kind':'Network','metadata':{'name':'%s'},'spec':%s}"
                        .formatted(name, spec));
    }
}
