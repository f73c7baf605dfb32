package dev.allmende.status.probe;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.allmende.api.status.ProbeTargets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks a member of etcd for its alarms, its health (a linearizable read), whether it has a leader, how full its database is
 * and how fast its disk. Limits from etcd's own alerts (contrib/mixin) and its FAQ.
 */
final class EtcdQuestion implements Question {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final double FULL_WARNING = 0.80;
    private static final double FULL = 0.95;
    private static final double FSYNC_WARNING = 0.5;
    private static final double FSYNC_BAD = 1;
    private static final double COMMIT_WARNING = 0.25;
    private static final int LEADERS_WARNING = 4;

    private final ProbeTargets.Etcd target;
    private @Nullable EtcdFigures before;

    EtcdQuestion(ProbeTargets.Etcd target) {
        this.target = target;
    }

    @Override
    public Optional<String> ask(Watch watch) throws Trouble, IOException {
        alarms(watch);
        health(watch);
        var figures = figures(watch);
        var earlier = before;
        before = figures;
        var warnings = judge(figures, earlier);
        return warnings.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", warnings));
    }

    /** First, since it says why health is bad. */
    private void alarms(Watch watch) throws Trouble, IOException {
        var reply = Web.post(base(target.url()) + "/v3/maintenance/alarm", "{\"action\":\"GET\"}", null, watch);
        if (reply.status() != 200) {
            throw new Trouble(Failing.ofStatus(reply.status()), "the list of alarms answered " + reply.status());
        }
        List<String> raised = JSON.readTree(reply.body()).path("alarms").findValuesAsText("alarm");
        if (!raised.isEmpty()) {
            throw new Trouble(Failing.UNHEALTHY, "alarm " + String.join(", ", raised));
        }
    }

    private void health(Watch watch) throws Trouble, IOException {
        var reply = Web.get(base(target.url()) + "/health", null, watch);
        if (reply.status() != 200) {
            throw new Trouble(
                    Failing.UNHEALTHY, "/health answered %d: no leader or no quorum".formatted(reply.status()));
        }
    }

    private EtcdFigures figures(Watch watch) throws Trouble, IOException {
        var place = Objects.requireNonNullElse(target.metricsURL(), target.url());
        var reply = Web.get(base(place) + "/metrics", null, watch);
        if (reply.status() != 200) {
            throw new Trouble(Failing.OURS, "/metrics answered %d: set metricsURL".formatted(reply.status()));
        }
        return EtcdFigures.parse(reply.text());
    }

    private static String base(String url) {
        return url.replaceAll("/+$", "");
    }

    /**
     * Pure.
     *
     * @param earlier null at the first look: then nothing is said of what is counted over time
     * @return what makes it no better than slow
     * @throws Trouble when it is bad
     */
    static List<String> judge(EtcdFigures now, @Nullable EtcdFigures earlier) throws Trouble {
        if (now.value("etcd_server_has_leader").orElse(1.0) < 1) {
            throw new Trouble(Failing.UNHEALTHY, "the member has no leader");
        }
        var warnings = new ArrayList<String>();
        double full = now.fullness().orElse(0.0);
        if (full >= FULL) {
            throw new Trouble(Failing.UNHEALTHY, "the database is at %.0f %% of its quota".formatted(full * 100));
        }
        if (full >= FULL_WARNING) {
            warnings.add("the database is at %.0f %% of its quota: compact and defragment".formatted(full * 100));
        }
        if (earlier != null) {
            disk(now, earlier, warnings);
            leaders(now, earlier, warnings);
        }
        return warnings;
    }

    private static void disk(EtcdFigures now, EtcdFigures earlier, List<String> warnings) throws Trouble {
        double fsync = now.p99(EtcdFigures.FSYNC, earlier).orElse(0);
        double commit = now.p99(EtcdFigures.COMMIT, earlier).orElse(0);
        if (fsync > FSYNC_BAD) {
            throw new Trouble(Failing.UNHEALTHY, "p99 of the log's fsync is up to %.3f s".formatted(fsync));
        }
        if (fsync > FSYNC_WARNING) {
            warnings.add("p99 of the log's fsync is up to %.3f s: a disk of its own is needed".formatted(fsync));
        }
        if (commit > COMMIT_WARNING) {
            warnings.add("p99 of commits is up to %.3f s".formatted(commit));
        }
    }

    private static void leaders(EtcdFigures now, EtcdFigures earlier, List<String> warnings) {
        var name = "etcd_server_leader_changes_seen_total";
        double changes = now.value(name).orElse(0.0) - earlier.value(name).orElse(0.0);
        if (changes >= LEADERS_WARNING) {
            warnings.add("the leader changed %.0f times since the last look".formatted(changes));
        }
    }
}
