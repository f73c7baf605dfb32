package dev.allmende.kit;

import dev.allmende.kit.ControllerHost.Election;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** This process as one of several that want the Lease which says who acts. */
record Candidate(Election election, String namespace) {

    /** Shortest that a Lease may say; nobody holds it any more. */
    private static final Duration OVER = Duration.ofSeconds(1);

    LeaderElectionConfiguration configuration(Figures figures) {
        var callbacks = new LeaderCallbacks(
                () -> figures.leads(true),
                () -> {
                    figures.leads(false);
                    election.lost().run();
                },
                leader -> {});
        return LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(Election.LEASE)
                .withLeaseNamespace(namespace)
                .withIdentity(election.identity())
                .withExitOnStopLeading(false)
                .withLeaderCallbacks(callbacks)
                .build();
    }

    /**
     * Lets another process lead at once instead of when the Lease has run out, as client-go's ReleaseOnCancel does. For when
     * nothing acts here any more: the SDK leaves the Lease as it is, since it cannot know that.
     *
     * @param problems told when it could not be given back: then the others wait
     */
    void giveBack(KubernetesClient kubernetes, InstantSource clock, Consumer<String> problems) {
        var lock = new LeaseLock(namespace, Election.LEASE, election.identity());
        try {
            var held = lock.get(kubernetes);
            if (held != null && election.identity().equals(held.getHolderIdentity())) {
                var now = clock.instant().atZone(ZoneOffset.UTC);
                lock.update(kubernetes, new LeaderElectionRecord("", OVER, now, now, held.getLeaderTransitions()));
            }
        } catch (KubernetesClientException e) {
            problems.accept("the Lease %s/%s is not given back, so others wait until it is over: %s"
                    .formatted(namespace, Election.LEASE, e.getMessage()));
        }
    }
}
