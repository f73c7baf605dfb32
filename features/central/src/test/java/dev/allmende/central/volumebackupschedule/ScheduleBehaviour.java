package dev.allmende.central.volumebackupschedule;

import static dev.allmende.central.Ground.id;
import static dev.allmende.central.Ground.ready;
import static dev.allmende.central.Ground.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.storage.Volume;
import dev.allmende.api.storage.VolumeBackup;
import dev.allmende.api.storage.VolumeBackupSchedule;
import dev.allmende.api.storage.VolumeBackupScheduleStatus;
import dev.allmende.api.storage.VolumeBackupScheduleStatus.Kept;
import dev.allmende.api.storage.VolumeBackupScheduleStatus.State;
import dev.allmende.central.Ground;
import dev.allmende.central.Grounded;
import dev.allmende.openstack.volume.Storage;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How schedules behave, whichever API their objects are in, and whichever cloud their backups are in. */
abstract class ScheduleBehaviour extends Grounded {

    private static final Duration DAY = Duration.ofDays(1);

    /** They would go on making backups when the next test moves the clock, and a project may have ten. */
    @AfterEach
    void clear() {
        clear(VolumeBackupSchedule.class);
        clear(VolumeBackup.class);
    }

    private void clear(Class<? extends HasMetadata> kind) {
        var objects = ground.kubernetes().resources(kind).inNamespace(ground.tenant());
        var names = objects.list().getItems().stream()
                .map(each -> each.getMetadata().getName())
                .toList();
        names.forEach(name -> ground.change(kind, name, "deletionPolicy", "Delete"));
        objects.delete();
        names.forEach(name -> ground.awaitGone(kind, name));
    }

    private void volume(String name) {
        ground.create(ground.volume(name, spec -> {
            spec.put("size", 1);
            spec.put("deletionPolicy", "Delete");
        }));
    }

    private GenericKubernetesResource schedule(String name, String volume, Consumer<Map<String, Object>> more) {
        return ground.object("storage", "VolumeBackupSchedule", name, spec -> {
            spec.put("volumeRef", Ground.reference(volume));
            spec.put("schedule", daily());
            more.accept(spec);
        });
    }

    /** Half a day from now: no moment of it comes by itself while a test runs. */
    private String daily() {
        var time = ground.now().plus(Duration.ofHours(12)).atOffset(ZoneOffset.UTC);
        return "%d %d * * *".formatted(time.getMinute(), time.getHour());
    }

    private VolumeBackupSchedule await(String name, Predicate<VolumeBackupScheduleStatus> wanted) {
        return ground.await(VolumeBackupSchedule.class, name, seen -> wanted.test(seen.getStatus()));
    }

    /** Goes on until the next backup is due, and waits until it is there. */
    private VolumeBackupSchedule run(String name) {
        var before = await(name, status -> status.nextAt() != null);
        goTo(before);
        var due = Objects.requireNonNull(before.getStatus().nextAt());
        return await(name, status -> due.equals(status.lastSuccessfulAt()));
    }

    private void goTo(VolumeBackupSchedule schedule) {
        ground.later(Duration.between(
                        ground.now(), Instant.parse(schedule.getStatus().nextAt()))
                .plusSeconds(1));
        ground.wake();
    }

    private static List<String> kinds(VolumeBackupSchedule schedule) {
        return schedule.getStatus().backups().stream()
                .map(kept -> kept.incremental() ? "increment" : "whole")
                .toList();
    }

    @Test
    void backupsComeInTimeIncrementsStandOnWholeOnesAndBothGoTogether() {
        volume("ledger");
        ground.create(schedule("nightly", "ledger", spec -> {
            spec.put("fullEvery", 2);
            spec.put("retention", Map.of("keepLast", 1));
            spec.put("metadata", Map.of("tier", "gold"));
        }));
        var idle = ground.await(VolumeBackupSchedule.class, "nightly", Ground::isReady);
        assertThat(idle.getStatus().kept()).isZero();
        assertThat(ready(idle).message()).isEqualTo("0 backups");

        var first = run("nightly");
        assertThat(first.getStatus().lastScheduledAt())
                .isEqualTo(idle.getStatus().nextAt());
        assertThat(Instant.parse(first.getStatus().nextAt()))
                .isEqualTo(Instant.parse(idle.getStatus().nextAt()).plus(DAY));
        var name = first.getStatus().backups().getFirst().name();
        assertThat(name).matches("nightly-[0-9]{12}");
        var backup = ground.await(VolumeBackup.class, name, Ground::isReady);
        assertThat(backup.getMetadata().getLabels()).containsEntry(VolumeBackupSchedule.LABEL, "nightly");
        var storage = new Storage(ground.cloud());
        assertThat(storage.backups().find(id(backup)).orElseThrow().metadata()).containsEntry("tier", "gold");

        assertThat(kinds(run("nightly")))
                .as("keepLast is 1, and a whole one stays with its increment")
                .containsExactly("increment", "whole");
        run("nightly");

        var after = await("nightly", status -> status.kept() == 1);
        assertThat(kinds(after)).containsExactly("whole");
        assertThat(after.getStatus().backups()).extracting(Kept::state).containsOnly(State.READY);
        ground.awaitGone(VolumeBackup.class, name);
        assertThat(storage.backups().find(id(backup))).isEmpty();

        ground.patch(VolumeBackupSchedule.class, "nightly", "{\"spec\":{\"deletionPolicy\":\"Delete\"}}");
        ground.delete(VolumeBackupSchedule.class, "nightly");
        ground.awaitGone(VolumeBackupSchedule.class, "nightly");
        assertThat(backups("nightly")).isEmpty();
    }

    private List<String> backups(String schedule) {
        return ground
                .kubernetes()
                .resources(VolumeBackup.class)
                .inNamespace(ground.tenant())
                .withLabel(VolumeBackupSchedule.LABEL, schedule)
                .list()
                .getItems()
                .stream()
                .map(backup -> backup.getMetadata().getName())
                .toList();
    }

    @Test
    void aMissedOneIsMadeUpForOnceAndWhatIsTooLateIsNot() {
        ground.create(schedule("late", "absent", spec -> spec.put("startDeadline", "2d")));
        var waiting = await("late", status -> status.nextAt() != null);
        assertThat(ready(waiting).message()).isEqualTo("Volume absent is not there");
        goTo(waiting);
        ground.later(DAY);
        ground.wake();
        await("late", status -> Instant.parse(status.nextAt()).isAfter(ground.now()));
        assertThat(backups("late")).isEmpty();

        volume("absent");

        var madeUp = await("late", status -> status.lastSuccessfulAt() != null);
        var first = Instant.parse(waiting.getStatus().nextAt());
        assertThat(madeUp.getStatus().lastScheduledAt())
                .isEqualTo(first.plus(DAY).toString());
        assertThat(madeUp.getStatus().lastSkippedAt()).isEqualTo(first.toString());
        assertThat(backups("late")).hasSize(1);

        ground.patch(VolumeBackupSchedule.class, "late", "{\"spec\":{\"startDeadline\":\"1m\"}}");
        ground.later(DAY.plusHours(1));
        ground.wake();
        await("late", status -> first.plus(DAY).plus(DAY).toString().equals(status.lastSkippedAt()));
        assertThat(backups("late")).hasSize(1);
    }

    @Test
    void aSuspendedOneMakesAndDeletesNothingAndMakesUpForNothing() {
        volume("quiet");
        ground.create(schedule("resting", "quiet", spec -> spec.put("retention", Map.of("keepFor", "1h"))));
        run("resting");
        ground.patch(VolumeBackupSchedule.class, "resting", "{\"spec\":{\"suspend\":true}}");
        var suspended = await("resting", status -> status.nextAt() == null);
        assertThat(ready(suspended).message()).isEqualTo("suspended");

        ground.later(DAY.multipliedBy(3));
        ground.patch(VolumeBackupSchedule.class, "resting", "{\"spec\":{\"suspend\":false}}");
        var awake = await("resting", status -> status.nextAt() != null);
        assertThat(awake.getStatus().lastScheduledAt())
                .isEqualTo(suspended.getStatus().lastScheduledAt());
        assertThat(awake.getStatus().backups()).hasSize(1);

        ground.delete(VolumeBackupSchedule.class, "resting");
        ground.awaitGone(VolumeBackupSchedule.class, "resting");
        assertThat(backups("resting")).as("its backups stay").hasSize(1);
        ground.create(schedule("resting", "quiet", spec -> {}));
        await("resting", status -> status.kept() == 1);
    }

    @Test
    void whatSomebodyProtectsStaysAndALostStatusMakesNoSecondOne() {
        volume("precious");
        ground.create(schedule("hourly", "precious", spec -> spec.put("retention", Map.of("keepLast", 1))));
        var first = run("hourly");
        var pinned = first.getStatus().backups().getFirst().name();
        ground.change(VolumeBackup.class, pinned, "deletionPolicy", "Protect");

        ground.forgetStatus(VolumeBackupSchedule.class, "hourly");

        var again = await("hourly", status -> status.kept() == 1);
        assertThat(again.getStatus().lastSuccessfulAt())
                .isEqualTo(first.getStatus().lastSuccessfulAt());
        // the look that saw the second one done has swept
        var last = run("hourly");
        assertThat(last.getStatus().backups()).extracting(Kept::name).hasSize(2).contains(pinned);
        assertThat(backups("hourly")).hasSize(2).contains(pinned);
    }

    @Test
    void aBackupThatIsNotDoneHoldsTheNext() {
        volume("slow");
        ground.create(schedule("careful", "slow", spec -> {}));
        ground.create(ground.object("storage", "VolumeBackup", "stuck", spec -> {
            spec.put("volumeRef", Ground.reference("slow"));
            spec.put("snapshotRef", Ground.reference("not-there"));
            spec.put("deletionPolicy", "Delete");
        }));
        ground.patch(
                VolumeBackup.class,
                "stuck",
                "{\"metadata\":{\"labels\":{\"%s\":\"careful\"}}}".formatted(VolumeBackupSchedule.LABEL));
        ground.wake();
        goTo(await("careful", status -> status.kept() == 1 && status.nextAt() != null));

        var held = ground.await(
                VolumeBackupSchedule.class,
                "careful",
                seen -> ready(seen).message().contains("waits for the end of stuck"));
        assertThat(reason(held)).isEqualTo("Available");

        ground.delete(VolumeBackup.class, "stuck");
        await("careful", status -> status.lastSuccessfulAt() != null);
    }

    @Test
    void aVolumeMayGoBeforeItsSchedule() {
        volume("brief");
        ground.create(schedule("orphan", "brief", spec -> {}));
        ground.await(VolumeBackupSchedule.class, "orphan", Ground::isReady);

        ground.delete(Volume.class, "brief");
        ground.awaitGone(Volume.class, "brief");

        var waiting = ground.await(
                VolumeBackupSchedule.class,
                "orphan",
                seen -> ready(seen).message().equals("Volume brief is not there"));
        assertThat(reason(waiting)).isEqualTo("WaitingFor");
    }

    @Test
    void whatCannotBeIsRefusedOrNamed() {
        refused(spec -> spec.put("schedule", "daily"), "spec.schedule");
        refused(spec -> spec.remove("volumeRef"), "volumeRef");
        refused(spec -> spec.put("retention", Map.of()), "say keepLast, keepFor or both");
        refused(spec -> spec.put("fullEvery", 0), "spec.fullEvery");
        assertThatThrownBy(() -> ground.create(
                        schedule("a-name-of-more-than-fifty-characters-is-one-too-long", "x", spec -> {})))
                .hasMessageContaining("50 characters");
        ground.create(schedule("nowhere", "x", spec -> spec.put("timeZone", "Europe/Atlantis")));
        var wrong = ground.await(
                VolumeBackupSchedule.class, "nowhere", seen -> reason(seen).equals("InvalidSpec"));
        assertThat(ready(wrong).message()).startsWith("spec.timeZone: there is no 'Europe/Atlantis'");
        assertThatThrownBy(() -> ground.patch(
                        VolumeBackupSchedule.class, "nowhere", "{\"spec\":{\"volumeRef\":{\"name\":\"y\"}}}"))
                .hasMessageContaining("spec.volumeRef")
                .hasMessageContaining("make it anew");
    }

    private void refused(Consumer<Map<String, Object>> more, String why) {
        assertThatThrownBy(() -> ground.create(schedule("unfit", "x", more))).hasMessageContaining(why);
    }
}
