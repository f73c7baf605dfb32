package dev.allmende.conformance.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.Assessment;
import dev.allmende.conformance.Selection;
import dev.allmende.conformance.TestCases;
import dev.allmende.conformance.report.Report;
import dev.allmende.conformance.scope.Scope;
import dev.allmende.conformance.scope.Scopes;
import dev.allmende.conformance.snapshot.Snapshot;
import dev.allmende.conformance.snapshot.SnapshotFile;
import dev.allmende.conformance.testcase.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The recorded clouds. How they are made anew stands in CONTRIBUTING. */
enum Recorded {
    /** Scenario demo of devcloud: good and bad items side by side. */
    DEMO("demo.snapshot.json.gz"),
    /** Scenario good of devcloud. */
    GOOD("good.snapshot.json.gz"),
    /** Scenario {@code wrong.yaml} beside the recording: as much as possible is wrong. */
    WRONG("wrong.snapshot.json.gz"),
    /** Scenario {@code bare.yaml}: hardly a service. */
    BARE("bare.snapshot.json.gz"),
    /** Written by hand, for what devcloud does not play: TLS, broken zones, backups in an object store. */
    MADE("made.snapshot.json");

    private static final Path FOLDER = Path.of(
            Objects.requireNonNull(System.getProperty("allmende.root"), "allmende.root"),
            "features/conformance/src/test/resources/dev/allmende/conformance/guard");

    private final String file;

    Recorded(String file) {
        this.file = file;
    }

    Path path() {
        return FOLDER.resolve(file);
    }

    Snapshot snapshot() {
        return SnapshotFile.read(path());
    }

    /** As {@code --replay FILE --beyond all --mode MODE} judges it. */
    Report report(Mode mode) {
        return report(Scopes.builtin("iaas"), Optional.empty(), Optional.empty(), mode);
    }

    Report report(Scope scope, Optional<String> version, Optional<LocalDate> date, Mode mode) {
        return report(snapshot(), scope, version, date, mode);
    }

    static Report report(
            Snapshot snapshot, Scope scope, Optional<String> version, Optional<LocalDate> date, Mode mode) {
        var seen = date.orElse(LocalDate.ofInstant(snapshot.header().takenAt(), ZoneOffset.UTC));
        var wanted = new Selection.Wanted(seen, version, Selection.Beyond.ALL, List.of(), List.of(), Set.of());
        var selection = Selection.of(TestCases.all(), scope, wanted);
        return Assessment.of(
                snapshot, new Assessment.By(scope, selection, seen, mode, "guarded", List.of()), List.of());
    }

    /** Holds a text against the agreed one, after writing it anew where {@code -Dallmende.golden=write} asks for it. */
    static void compare(String name, String text) throws IOException {
        var agreed = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("allmende.golden"))) {
            Files.writeString(agreed, text);
        }
        // Line by line, so that a failure shows the lines that differ.
        assertThat(text.lines())
                .as("%s; if the change is wanted, write it anew as CONTRIBUTING says", name)
                .containsExactlyElementsOf(Files.readAllLines(agreed));
        assertThat(text).isEqualTo(agreed(name));
    }

    static String agreed(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }
}
