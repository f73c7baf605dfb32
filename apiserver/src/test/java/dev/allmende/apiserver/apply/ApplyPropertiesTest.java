package dev.allmende.apiserver.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.schema.Schema;
import dev.allmende.apiserver.status.StatusException;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What holds for all objects, tried on many. */
class ApplyPropertiesTest {

    private static final int ROUNDS = 1500;
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Schema schema = schema();
    private final FieldTracking tracking = FieldTracking.of(Kinds.custom("g", "v1", "K", schema.source()), "");

    @Test
    void applyingTwiceIsApplyingOnce() {
        var objects = new RandomObjects(1);
        for (int round = 0; round < ROUNDS; round++) {
            var live = stored(tracking.track(null, body(objects), "creator", NOW));
            var body = body(objects);
            var once = tracking.apply(live, body, "m", true, NOW);
            assertThat(tracking.apply(once, body, "m", false, NOW.plusSeconds(9)))
                    .isSameAs(once);
        }
    }

    @Test
    void whatOneWroteIsNoConflictForWhoWantsTheSame() {
        var objects = new RandomObjects(2);
        for (int round = 0; round < ROUNDS; round++) {
            var body = body(objects);
            var live = stored(tracking.apply(null, body, "m1", false, NOW));
            var both = tracking.apply(live, body, "m2", false, NOW);
            assertThat(both.path("spec")).isEqualTo(live.path("spec"));
            assertThat(Managed.entries(both)).hasSize(Managed.entries(live).size() * 2);
        }
    }

    @Test
    void thoseWhoApplyDifferentFieldsNeverConflict() {
        var objects = new RandomObjects(3);
        for (int round = 0; round < ROUNDS; round++) {
            var first = body(objects);
            var second = body(objects);
            part(first, 0);
            part(second, 1);
            var live = stored(tracking.apply(null, first, "m1", false, NOW));
            var result = tracking.apply(live, second, "m2", false, NOW);
            first.path("spec")
                    .properties()
                    .forEach(field -> assertThat(result.path("spec").get(field.getKey()))
                            .isEqualTo(live.path("spec").get(field.getKey())));
        }
    }

    @Test
    void givingUpEverythingRemovesWhatNobodyElseOwns() {
        var objects = new RandomObjects(4);
        for (int round = 0; round < ROUNDS; round++) {
            var first = body(objects);
            var second = body(objects);
            part(first, 0);
            part(second, 1);
            var alone = stored(tracking.apply(null, first, "m1", false, NOW));
            var both = tracking.apply(alone, second, "m2", false, NOW);
            var after = tracking.apply(both, empty(), "m2", false, NOW);
            assertThat(after.path("spec")).isEqualTo(alone.path("spec"));
            assertThat(Managed.entries(after)).isEqualTo(Managed.entries(alone));
        }
    }

    @Test
    void comparingTellsWhatMergingDid() {
        var objects = new RandomObjects(5);
        var shape = Shapes.ofObject(schema, false);
        var ofAnyType = FieldSet.ofFields("spec", "any").union(FieldSet.ofFields("spec", "port"));
        for (int round = 0; round < ROUNDS; round++) {
            var live = body(objects);
            var body = body(objects);
            var merged = Merging.merge(live, body, shape);
            var changes = Comparing.compare(live, merged, shape);
            assertThat(changes.removed().withoutTrees(ofAnyType)).isEqualTo(FieldSet.EMPTY);
            assertThat(changes.modified().intersection(changes.added())).isEqualTo(FieldSet.EMPTY);
            if (Values.equal(live, merged)) {
                assertThat(changes.isSame()).isTrue(); // not the other way round: nobody owns the order of items
            }
            assertThat(Merging.merge(merged, body, shape)).isSameAs(merged);
        }
    }

    @Test
    void writesOfAnyJsonAreTrackedOrRefusedButNeverFail() {
        var objects = new RandomObjects(6);
        var live = stored(tracking.track(null, body(objects), "creator", NOW));
        for (int round = 0; round < ROUNDS; round++) {
            var wild = objects.object(3);
            wild.put("apiVersion", "g/v1").put("kind", "K");
            if (objects.below(2) == 0) {
                wild.putObject("metadata").set("managedFields", objects.any(3));
            }
            wild.set("spec", objects.any(4));
            tracking.track(live, wild, "w", NOW);
            tracking.track(wild, live, "w", NOW);
            try {
                tracking.apply(live, wild, "w", true, NOW);
                tracking.apply(wild, body(objects), "w", true, NOW);
            } catch (StatusException e) {
                assertThat(e.status().code()).isBetween(400, 499);
            }
        }
    }

    @Test
    void anObjectThatIsNestedTooDeeplyIsRefused() {
        var body = empty();
        var at = body.putObject("spec").putObject("open");
        for (int i = 0; i < 190; i++) {
            at = at.putObject("x");
        }
        at.put("y", 1);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> tracking.apply(null, body, "m", false, NOW))
                .isInstanceOf(StatusException.class)
                .hasMessage("the object is nested more than 180 levels deep");
    }

    /** Keeps every second field of the spec. */
    private static void part(ObjectNode body, int which) {
        var names = body.path("spec").properties().stream()
                .map(java.util.Map.Entry::getKey)
                .filter(name -> Math.floorMod(name.hashCode(), 2) == which)
                .toList();
        ((ObjectNode) body.path("spec")).retain(names);
        if (names.isEmpty()) {
            body.remove("spec"); // an empty spec is a field by itself
        }
    }

    private ObjectNode body(RandomObjects objects) {
        return objects.body(schema, "g/v1", "K");
    }

    private static ObjectNode empty() {
        var body = Json.object().put("apiVersion", "g/v1").put("kind", "K");
        body.putObject("metadata").put("name", "n");
        return body;
    }

    private static ObjectNode stored(ObjectNode object) {
        object.withObjectProperty("metadata").put("uid", "u1");
        return object;
    }

    private static Schema schema() {
        try (var in = ApplyPropertiesTest.class.getResourceAsStream("schemas.json")) {
            return Schema.parse(Json.MAPPER
                    .readTree(Objects.requireNonNull(in))
                    .path("fine")
                    .path("v1"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
