package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Default;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import dev.allmende.api.status.ProbeTargets.Alertmanager;
import dev.allmende.api.status.ProbeTargets.Dns;
import dev.allmende.api.status.ProbeTargets.Etcd;
import dev.allmende.api.status.ProbeTargets.Http;
import dev.allmende.api.status.ProbeTargets.Icmp;
import dev.allmende.api.status.ProbeTargets.Kubernetes;
import dev.allmende.api.status.ProbeTargets.Lifecycle;
import dev.allmende.api.status.ProbeTargets.OpenStack;
import dev.allmende.api.status.ProbeTargets.Prometheus;
import dev.allmende.api.status.ProbeTargets.Tcp;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is asked, how often, and what follows from the answers. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What is asked, how often, and what follows from the answers.")
@Rule(
        cel =
                "[has(self.http), has(self.tcp), has(self.dns), has(self.icmp), has(self.openstack), has(self.lifecycle), "
                        + "has(self.kubernetes), has(self.etcd), has(self.prometheus), has(self.alertmanager)].filter(given, given).size() == 1",
        message =
                "give exactly one of http, tcp, dns, icmp, openstack, lifecycle, kubernetes, etcd, prometheus, alertmanager")
@Rule(
        cel = "!has(self.intervalSeconds) || !has(self.timeLimitSeconds) || "
                + "self.timeLimitSeconds <= self.intervalSeconds",
        message = "timeLimitSeconds is longer than intervalSeconds: a round would run into the next one")
@Rule(
        cel = "!has(self.places) || self.places.all(place, place == 'here') || has(self.http) || has(self.tcp) || "
                + "has(self.dns) || has(self.icmp) || has(self.etcd) || has(self.prometheus)",
        message =
                "agents have no logins: only http, tcp, dns, icmp, etcd and prometheus are asked at other places than here")
public record ProbeSpec(
        @Describe("Ask a web server.") @Nullable Http http,

        @Describe("Open a connection.") @Nullable Tcp tcp,

        @Describe("Look a name up.") @Nullable Dns dns,

        @Describe("Send an echo request (ping), where the process may.") @Nullable
        Icmp icmp,

        @Describe("Ask a service of an OpenStack.") @Nullable
        OpenStack openstack,

        @Describe("Make something in an OpenStack, use it and remove it.") @Nullable
        Lifecycle lifecycle,

        @Describe("Ask a Kubernetes API whether it lives, and write to it.") @Nullable
        Kubernetes kubernetes,

        @Describe("Ask a member of an etcd cluster.") @Nullable
        Etcd etcd,

        @Describe("Ask a Prometheus.") @Nullable Prometheus prometheus,

        @Describe("Listen to an Alertmanager.") @Nullable Alertmanager alertmanager,

        @Describe(
                "Seconds from one round to the next; up to a tenth is added by chance. 30 without it, 600 for a life cycle.")
        @NumberLimits(min = 1, max = 86400)
        @Nullable
        Integer intervalSeconds,

        @Describe(
                "Seconds that a round may take; 10 without it, 300 for a life cycle, or the interval where that is shorter.")
        @NumberLimits(min = 1, max = 3600)
        @Nullable
        Integer timeLimitSeconds,

        @Describe("An answer that took longer is slow, in milliseconds; 3000 without it, 120000 for a life cycle.")
        @NumberLimits(min = 1, max = 3600000)
        @Nullable
        Integer slowOverMillis,

        @Describe(
                "Bad rounds in a row before it counts as failing or slow; 3 without it, 2 for a life cycle, 1 for alerts.")
        @NumberLimits(min = 1, max = 10)
        @Nullable
        Integer failures,

        @Describe(
                "Good rounds in a row before it counts as good again; 5 without it, 1 for a life cycle and for alerts.")
        @NumberLimits(min = 1, max = 10)
        @Nullable
        Integer successes,

        @Describe("Components that it speaks for; without any it is watched only.") @ListLimits(max = 32)
        List<Stake> speaksFor,

        @Describe("Probes without whose success this one says nothing, such as one of the login.") @ListLimits(max = 16)
        List<ObjectReference> dependsOn,

        @Describe("What comes of what it finds.") @Default("Propose")
        Policy policy,

        @Describe("Minutes until a proposal is published, for PublishAfter; 5 without it.")
        @NumberLimits(min = 1, max = 1440)
        @Nullable
        Integer publishAfterMinutes,

        @Describe("Not asked.") @Nullable Boolean paused,

        @Describe(
                "Places that ask: 'here' is the controllers, each other one a ProbeReport of that name, whose agent asks. "
                        + "Only here without any.")
        @ListLimits(max = 16)
        @TextLimits(min = 1, max = 253)
        List<String> places) {

    /** The place of the controllers. */
    public static final String HERE = "here";

    // Jackson gives null for what is left out.
    @SuppressWarnings("RedundantNullCheck")
    public ProbeSpec {
        speaksFor = List.copyOf(Objects.requireNonNullElse(speaksFor, List.of()));
        dependsOn = List.copyOf(Objects.requireNonNullElse(dependsOn, List.of()));
        policy = Objects.requireNonNullElse(policy, Policy.PROPOSE);
        places = List.copyOf(Objects.requireNonNullElse(places, List.of()));
    }

    /** Whether it is asked at a place. */
    public boolean isAskedAt(String place) {
        return places.isEmpty() ? place.equals(HERE) : places.contains(place);
    }

    /** A service of a cloud, asked as often and judged as is usual. */
    public static ProbeSpec openstack(
            OpenStack target, List<Stake> speaksFor, List<ObjectReference> dependsOn, Policy policy) {
        return new ProbeSpec(
                null, null, null, null, target, null, null, null, null, null, null, null, null, null, null, speaksFor,
                dependsOn, policy, null, null, List.of());
    }

    /** A life cycle in a cloud, at the usual pace. */
    public static ProbeSpec lifecycle(
            Lifecycle target, List<Stake> speaksFor, List<ObjectReference> dependsOn, Policy policy) {
        return new ProbeSpec(
                null, null, null, null, null, target, null, null, null, null, null, null, null, null, null, speaksFor,
                dependsOn, policy, null, null, List.of());
    }

    /** Alerts of a kind. */
    public static ProbeSpec alertmanager(Alertmanager target, List<Stake> speaksFor, Policy policy) {
        return new ProbeSpec(
                null, null, null, null, null, null, null, null, null, target, null, null, null, null, null, speaksFor,
                List.of(), policy, null, null, List.of());
    }

    /** At another pace. */
    public ProbeSpec each(int seconds, int badRounds, int goodRounds) {
        return new ProbeSpec(
                http,
                tcp,
                dns,
                icmp,
                openstack,
                lifecycle,
                kubernetes,
                etcd,
                prometheus,
                alertmanager,
                seconds,
                null,
                slowOverMillis,
                badRounds,
                goodRounds,
                speaksFor,
                dependsOn,
                policy,
                publishAfterMinutes,
                paused,
                places);
    }
}
