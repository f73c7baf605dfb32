package dev.allmende.status.probe;

import dev.allmende.api.status.Probe;
import dev.allmende.api.status.ProbeReport;
import dev.allmende.api.status.ProbeReportSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Asks the probes of a namespace at another place than the controllers, and writes what it finds into the ProbeReport of that
 * place. It asks what needs no login; rounds go on while the API is away.
 */
public final class ProbeAgent {

    private static final Duration STEP = Duration.ofSeconds(2);

    /** In steps: a new probe is asked after that many. */
    private static final int READ_EACH = 7;

    /** In steps: a sign of life where nothing is asked. */
    private static final int WRITE_EACH = 30;

    static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private final KubernetesClient kubernetes;
    private final String namespace;
    private final String place;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Rounds.Pause pause;
    private final Consumer<String> says;
    private final Report report = new Report();
    private final Set<Key> wanted = ConcurrentHashMap.newKeySet();
    private String trouble = "";

    /**
     * @param place name of the ProbeReport, which must be there
     * @param says told when something does not work, or works again
     */
    public ProbeAgent(
            KubernetesClient kubernetes,
            String namespace,
            String place,
            InstantSource clock,
            RandomGenerator random,
            Rounds.Pause pause,
            Consumer<String> says) {
        this.kubernetes = kubernetes;
        this.namespace = namespace;
        this.place = place;
        this.clock = clock;
        this.random = random;
        this.pause = pause;
        this.says = says;
    }

    /** Until the thread is interrupted. */
    public void run() throws InterruptedException {
        try (var rounds = new Rounds(clock, random, pause, (key, here, result) -> report.add(key.name(), result))) {
            for (int step = 0; ; step++) {
                boolean isTimeToRead = step % READ_EACH == 0;
                if (step % WRITE_EACH == 0) {
                    report.isDue();
                }
                attempt(() -> {
                    if (isTimeToRead) {
                        follow(rounds, read());
                    }
                    write();
                });
                pause.pause(STEP);
            }
        }
    }

    private void attempt(Runnable step) {
        try {
            step.run();
            if (!trouble.isEmpty()) {
                trouble = "";
                says.accept("the API answers again");
            }
        } catch (KubernetesClientException failed) {
            var now = remedy(failed);
            if (!now.equals(trouble)) {
                trouble = now;
                says.accept(now);
            }
        }
    }

    private String remedy(KubernetesClientException failed) {
        return switch (failed.getCode()) {
            case 401 -> "the API does not know this login: has its token expired?";
            case 403 ->
                "this login may not do that; it needs to list probes in %s, and to get and patch the probereport %s there: %s"
                        .formatted(namespace, place, failed.getMessage());
            case 404 ->
                "there is no ProbeReport %s in the namespace %s: who runs the page makes it, with an empty spec"
                        .formatted(place, namespace);
            case 422 -> "the API refuses what was found; is it older than this agent? " + failed.getMessage();
            default -> "the API does not answer; probes are asked all the same: " + failed.getMessage();
        };
    }

    private List<Probe> read() {
        return kubernetes.resources(Probe.class).inNamespace(namespace).list().getItems().stream()
                .filter(probe -> probe.getSpec().isAskedAt(place))
                .filter(probe -> !Boolean.TRUE.equals(probe.getSpec().paused()))
                .toList();
    }

    private void follow(Rounds rounds, List<Probe> probes) {
        var now = new HashSet<Key>();
        probes.forEach(probe -> now.add(Key.of(probe)));
        wanted.stream().filter(key -> !now.contains(key)).forEach(rounds::drop);
        wanted.retainAll(now);
        wanted.addAll(now);
        report.retain(now.stream().map(Key::name).toList());
        for (var probe : probes) {
            if (!rounds.keeps(probe)) {
                rounds.keep(probe, question(probe), wanted::contains);
            }
        }
    }

    private Question question(Probe probe) {
        return Questions.alone(probe.getSpec(), clock, random).orElse(watch -> {
            throw new Trouble(
                    Failing.OURS, "an agent has no logins and asks http, tcp, dns, icmp, etcd and prometheus alone");
        });
    }

    private void write() {
        var news = report.news(clock.instant());
        if (news.isEmpty()) {
            return;
        }
        try {
            kubernetes
                    .resources(ProbeReport.class)
                    .inNamespace(namespace)
                    .withName(place)
                    .patch(MERGE, Serialization.asJson(Map.<String, ProbeReportSpec>of("spec", news.get())));
        } catch (KubernetesClientException failed) {
            report.isDue();
            throw failed;
        }
    }
}
