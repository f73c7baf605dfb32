package dev.allmende.status.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.status.Component;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.StatusPage;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a board made before knows makes the next one faster, and no other. */
class BoardReaderTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private static final String PAGE = "metadata: {name: page, namespace: status}\nspec: {}";
    private static final String TYPE =
            "metadata: {name: slow, namespace: status, uid: 00000000-0000-0000-0001-000000000001}\nspec: {}";

    private final Incident first = incident("first", "As it was");
    private final Incident second = incident("second", "As it was");

    private static Component disks(int uid) {
        return Serialization.unmarshal(
                "metadata: {name: disks, namespace: status, uid: 00000000-0000-0000-0000-%012d}\nspec: {}"
                        .formatted(uid),
                Component.class);
    }

    private static Incident incident(String name, String displayName) {
        return Serialization.unmarshal("""
                metadata: {name: %s, namespace: status}
                spec:
                  displayName: %s
                  beganAt: "2026-11-26T10:00:00Z"
                  affects: [{componentRef: {name: disks}, impactTypeRef: {name: slow}, severity: 50}]
                """.formatted(name, displayName), Incident.class);
    }

    private static BoardReader.Resources resources(Component disks, Incident... incidents) {
        return new BoardReader.Resources(
                Serialization.unmarshal(PAGE, StatusPage.class),
                List.of(disks),
                List.of(Serialization.unmarshal(TYPE, ImpactType.class)),
                List.of(incidents),
                List.of());
    }

    private static void assertSameAsAnew(BoardReader.Resources before, BoardReader.Resources after) {
        var known = BoardReader.read(1, before, NOON).known();
        var made = BoardReader.read(2, after, NOON, known).board();
        var anew = BoardReader.read(2, after, NOON).board();
        assertThat(made.happenings()).isEqualTo(anew.happenings()).isNotEmpty();
        assertThat(made.parts()).isEqualTo(anew.parts());
    }

    @Test
    void anIncidentThatStaysIsNotReadAgain() {
        var before = BoardReader.read(1, resources(disks(1), first, second), NOON);
        var after = BoardReader.read(2, resources(disks(1), first, incident("second", "Mended")), NOON, before.known());
        var known = before.board().happening(Ids.of(first)).orElseThrow();
        assertThat(after.board().happening(Ids.of(first)).orElseThrow()).isSameAs(known);
    }

    @Test
    void changedNewAndRemovedIncidentsAreSeen() {
        assertSameAsAnew(
                resources(disks(1), first, second),
                resources(disks(1), incident("second", "Mended"), incident("third", "New")));
    }

    @Test
    void incidentsGoWithAComponentThatWasMadeAnew() {
        var after = resources(disks(2), first, second);
        assertSameAsAnew(resources(disks(1), first, second), after);
        assertThat(BoardReader.read(1, after, NOON).board().happenings(Ids.of(disks(2))))
                .hasSize(2);
    }
}
