package dev.allmende.server.controllers;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.SecretReference;
import dev.allmende.api.status.Policy;
import dev.allmende.api.status.Probe;
import dev.allmende.api.status.ProbeSpec;
import dev.allmende.api.status.ProbeTargets;
import dev.allmende.api.status.ProbeTargets.Service;
import dev.allmende.api.status.Stake;
import dev.allmende.kit.Apply;
import dev.allmende.status.StatusSite;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** Probes of the demonstration cloud, which speak for the components of its page. */
final class DemoProbes {

    private static final String CLOUD = "demo";
    private static final String TOKEN = "token";
    private static final int SECONDS = 15;
    private static final int BAD_ROUNDS = 3;
    private static final int GOOD_ROUNDS = 5;

    private DemoProbes() {}

    static void apply(KubernetesClient kubernetes) {
        probe(kubernetes, TOKEN, Service.TOKEN, "identity", List.of());
        var needs = List.of(new ObjectReference(TOKEN));
        probe(kubernetes, "compute", Service.COMPUTE, "compute", needs);
        probe(kubernetes, "network", Service.NETWORK, "network", needs);
        probe(kubernetes, "volume", Service.VOLUME, "storage", needs);
        probe(kubernetes, "image", Service.IMAGE, "images", needs);
        probe(kubernetes, "loadbalancer", Service.LOAD_BALANCER, "loadbalancer", needs);
        probe(kubernetes, "dns", Service.DNS, "dns", needs);
    }

    private static void probe(
            KubernetesClient kubernetes,
            String name,
            Service service,
            String component,
            List<ObjectReference> dependsOn) {
        var probe = new Probe();
        probe.setMetadata(new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(StatusSite.HOME)
                .build());
        var stake = new Stake(new ObjectReference(component), new ObjectReference("connectivity"), null, null);
        var target = new ProbeTargets.OpenStack(new ObjectReference(CLOUD), new SecretReference(CLOUD), service);
        probe.setSpec(ProbeSpec.openstack(target, List.of(stake), dependsOn, Policy.PUBLISH)
                .each(SECONDS, BAD_ROUNDS, GOOD_ROUNDS));
        Apply.unlessThere(kubernetes, probe);
    }
}
