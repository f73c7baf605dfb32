package dev.allmende.conformance.backup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.conformance.run.Acting;
import dev.allmende.conformance.run.ActingStep;
import dev.allmende.conformance.run.Session;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.ServiceType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A volume of 1 GiB, a backup of it and the volume restored from that. */
final class VolumeBackup {

    static final Input<Facts> BACKUP =
            new Input<>("volume-backup", Input.Effect.CHANGES, VolumeBackup::ask, VolumeBackup::read);

    /** Longer than upstream's 110 s: a slow cloud is no broken cloud. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final ServiceType CINDER = ServiceType.BLOCK_STORAGE;

    private VolumeBackup() {}

    /**
     * What came of it.
     *
     * @param place where Cinder says it put the backup; empty when there was none
     */
    record Facts(List<ActingStep> steps, Optional<Place> place) {
        Facts {
            steps = List.copyOf(steps);
        }
    }

    /**
     * What a user can see of where a backup lies.
     *
     * @param container as Cinder names it; may be empty
     */
    record Place(String container, long objects, String zone) {}

    private static List<RecordedAnswer> ask(Session session) throws InterruptedException {
        var answers = new ArrayList<RecordedAnswer>();
        answers.add(Acting.play(session, "volume-backup steps", acting -> {
            var volume = create(acting, session, "create a volume", "volume", "/volumes", volume(session));
            acting.await("wait for the volume", CINDER, "/volumes/" + volume, "volume", "available", LIMIT);
            var backup = create(acting, session, "create a backup", "backup", "/backups", backup(session, volume));
            var there = acting.await("wait for the backup", CINDER, "/backups/" + backup, "backup", "available", LIMIT);
            answers.add(
                    RecordedAnswer.text("volume-backup place", placeOf(there).toString()));
            var restored = restore(acting, session, backup);
            acting.await("wait for the restored volume", CINDER, "/volumes/" + restored, "volume", "available", LIMIT);
        }));
        return answers;
    }

    private static String create(
            Acting acting, Session session, String step, String kind, String path, JsonNode resource)
            throws InterruptedException {
        var body = Json.object();
        body.set(kind, resource);
        var call = Call.post(path, Json.bytes(body));
        return acting.create(step, CINDER, kind, session.nameOf(kind), call, kind, "id")
                .path("id")
                .asText();
    }

    private static JsonNode volume(Session session) {
        return Json.object()
                .put("name", session.nameOf("volume"))
                .put("size", 1)
                .put("description", "allmende check");
    }

    private static JsonNode backup(Session session, String volume) {
        return Json.object().put("name", session.nameOf("backup")).put("volume_id", volume);
    }

    private static String restore(Acting acting, Session session, String backup) throws InterruptedException {
        var name = session.nameOf("restored");
        var body = Json.object();
        body.putObject("restore").put("name", name);
        var call = Call.post("/backups/" + backup + "/restore", Json.bytes(body));
        return acting.create("restore the backup", CINDER, "volume", name, call, "restore", "volume_id")
                .path("volume_id")
                .asText();
    }

    private static JsonNode placeOf(JsonNode backup) {
        return Json.object()
                .put("container", backup.path("container").asText(""))
                .put("objects", backup.path("object_count").asLong())
                .put("zone", backup.path("availability_zone").asText(""));
    }

    private static Facts read(List<RecordedAnswer> answers) {
        var steps = ActingStep.read(answers.getLast());
        var place = answers.size() < 2
                ? Optional.<Place>empty()
                : Json.tree(answers.getFirst().body())
                        .map(tree -> new Place(
                                tree.path("container").asText(),
                                tree.path("objects").asLong(),
                                tree.path("zone").asText()));
        return new Facts(steps, place);
    }
}
