package dev.allmende.server.shell;

import dev.allmende.api.network.Network;
import dev.allmende.api.network.Subnet;
import dev.allmende.api.schema.Definition;
import dev.allmende.api.status.Incident;
import dev.allmende.server.shell.visit.Refusal;

/** Kinds of a tenant, as their definitions are installed. */
final class TenantKinds {

    static final String ROOT = "/apis/network.allmende.dev/v1alpha1/namespaces/";
    static final String PAGES = "/ui/namespaces/";
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private TenantKinds() {}

    static void install(TestServer server) throws InterruptedException {
        server.admin.post(DEFINITIONS, Definition.of(Network.class));
        server.admin.post(DEFINITIONS, Definition.of(Subnet.class));
        for (var plural : new String[] {"networks", "subnets"}) {
            await(server, "/apis/network.allmende.dev/v1alpha1/" + plural);
        }
    }

    /** Of status pages. */
    static void installIncidents(TestServer server) throws InterruptedException {
        server.admin.post(DEFINITIONS, Definition.of(Incident.class));
        await(server, "/apis/status.allmende.dev/v1alpha1/incidents");
    }

    private static void await(TestServer server, String path) throws InterruptedException {
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
