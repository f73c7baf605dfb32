package dev.allmende.conformance.backup;

import dev.allmende.conformance.run.Acting;
import dev.allmende.conformance.run.ActingStep;
import dev.allmende.conformance.run.Session;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.ServiceType;
import java.time.Duration;
import java.util.List;

/** A volume of 1 GiB, a snapshot of it and a volume made from that. */
final class VolumeSnapshot {

    static final Input<List<ActingStep>> SNAPSHOT = new Input<>(
            "volume-snapshot",
            Input.Effect.CHANGES,
            VolumeSnapshot::ask,
            answers -> ActingStep.read(answers.getFirst()));

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final ServiceType CINDER = ServiceType.BLOCK_STORAGE;

    private VolumeSnapshot() {}

    private static List<RecordedAnswer> ask(Session session) throws InterruptedException {
        return List.of(Acting.play(session, "volume-snapshot steps", acting -> {
            var source = volume(acting, session, "create a volume", "snapshot-source", "");
            var snapshot = snapshot(acting, session, source);
            volume(acting, session, "create a volume from the snapshot", "snapshot-copy", snapshot);
        }));
    }

    /** @param snapshot to make it from; empty for an empty one */
    private static String volume(Acting acting, Session session, String step, String what, String snapshot)
            throws InterruptedException {
        var name = session.nameOf(what);
        var body = Json.object();
        var volume = body.putObject("volume").put("name", name).put("size", 1);
        if (!snapshot.isEmpty()) {
            volume.put("snapshot_id", snapshot);
        }
        var call = Call.post("/volumes", Json.bytes(body));
        var id = acting.create(step, CINDER, "volume", name, call, "volume", "id")
                .path("id")
                .asText();
        acting.await(step + ": wait for it", CINDER, "/volumes/" + id, "volume", "available", LIMIT);
        return id;
    }

    private static String snapshot(Acting acting, Session session, String source) throws InterruptedException {
        var name = session.nameOf("snapshot");
        var body = Json.object();
        body.putObject("snapshot").put("name", name).put("volume_id", source);
        var call = Call.post("/snapshots", Json.bytes(body));
        var id = acting.create("create a snapshot", CINDER, "snapshot", name, call, "snapshot", "id")
                .path("id")
                .asText();
        acting.await("wait for the snapshot", CINDER, "/snapshots/" + id, "snapshot", "available", LIMIT);
        return id;
    }
}
