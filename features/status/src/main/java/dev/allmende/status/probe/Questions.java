package dev.allmende.status.probe;

import dev.allmende.api.status.Probe;
import dev.allmende.api.status.ProbeSpec;
import dev.allmende.api.status.ProbeTargets;
import dev.allmende.kit.Connection;
import dev.allmende.kit.Mirror;
import dev.allmende.status.alert.Alerts;
import dev.allmende.status.lifecycle.LifeCycles;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes the question of a probe. */
final class Questions {

    private static final String KUBECONFIG = "kubeconfig";

    private final Mirror mirror;
    private final CloudAccess clouds;
    private final CloudLogins logins;
    private final LifeCycles lifeCycles;
    private final Alerts alerts;
    private final InstantSource clock;
    private final RandomGenerator random;

    Questions(
            Mirror mirror,
            CloudAccess clouds,
            CloudLogins logins,
            LifeCycles lifeCycles,
            Alerts alerts,
            InstantSource clock,
            RandomGenerator random) {
        this.mirror = mirror;
        this.clouds = clouds;
        this.logins = logins;
        this.lifeCycles = lifeCycles;
        this.alerts = alerts;
        this.clock = clock;
        this.random = random;
    }

    /** @throws IllegalArgumentException when something is missing; says what to do */
    Question of(Probe probe) {
        return alone(probe.getSpec(), clock, random).orElseGet(() -> withLogin(probe));
    }

    /** Of what needs the network and nothing else; empty for what needs a login or is told to the controllers. */
    static Optional<Question> alone(ProbeSpec spec, InstantSource clock, RandomGenerator random) {
        if (spec.http() != null) {
            return Optional.of(new HttpQuestion(spec.http(), clock));
        }
        if (spec.tcp() != null) {
            return Optional.of(new TcpQuestion(spec.tcp()));
        }
        if (spec.dns() != null) {
            return Optional.of(new DnsQuestion(spec.dns(), random));
        }
        if (spec.icmp() != null) {
            return Optional.of(new IcmpQuestion(spec.icmp()));
        }
        if (spec.etcd() != null) {
            return Optional.of(new EtcdQuestion(spec.etcd()));
        }
        return Optional.ofNullable(spec.prometheus()).map(PrometheusQuestion::new);
    }

    private Question withLogin(Probe probe) {
        var spec = probe.getSpec();
        if (spec.openstack() != null) {
            return new OpenStackQuestion(spec.openstack(), clouds, logins);
        }
        if (spec.lifecycle() != null) {
            return lifecycle(probe, spec.lifecycle());
        }
        if (spec.alertmanager() != null) {
            return new AlertmanagerQuestion(
                    spec.alertmanager(), probe.getMetadata().getUid(), alerts, clock);
        }
        return kubernetes(probe);
    }

    private Question lifecycle(Probe probe, ProbeTargets.Lifecycle target) {
        return new LifecycleQuestion(
                target,
                Cycles.of(target),
                probe.getMetadata().getUid(),
                Pacing.of(probe.getSpec()).limit(),
                clouds,
                logins,
                lifeCycles);
    }

    private Question kubernetes(Probe probe) {
        var target = Objects.requireNonNull(probe.getSpec().kubernetes(), "no target");
        var reference = target.kubeconfigRef();
        var client = reference == null ? mirror.kubernetes() : Connection.of(kubeconfig(reference.name()));
        var namespace = Objects.requireNonNullElse(target.namespace(), mirror.namespace());
        var lease = "allmende-probe-" + probe.getMetadata().getName();
        return new KubernetesQuestion(client, reference == null, namespace, lease, clock);
    }

    private String kubeconfig(String name) {
        var place = mirror.namespace() + "/" + name;
        var data = mirror.secret(name)
                .flatMap(secret -> Optional.ofNullable(secret.getData()))
                .orElse(Map.of());
        var text = data.get(KUBECONFIG);
        if (text == null) {
            throw new IllegalArgumentException(
                    "Secret %s is not there or has no key '%s'".formatted(place, KUBECONFIG));
        }
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    /** Gives back what a question held. */
    static void close(Question question) {
        if (question instanceof KubernetesQuestion open) {
            open.close();
        }
    }
}
