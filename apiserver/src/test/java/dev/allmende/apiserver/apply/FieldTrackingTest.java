package dev.allmende.apiserver.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.Cause;
import dev.allmende.apiserver.status.StatusException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Answers of a kube-apiserver 1.35.4 to the same requests on the same custom resource, times aside. */
class FieldTrackingTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Instant LATER = Instant.parse("2026-01-02T03:04:09Z");

    private static final JsonNode SCHEMA = Json.parse("""
            {"type": "object", "properties": {
              "spec": {"type": "object", "properties": {
                "a": {"type": "string"}, "n": {"type": "integer"}, "d": {"type": "string", "default": "dd"},
                "m": {"type": "object", "additionalProperties": {"type": "string"}},
                "l": {"type": "array", "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["name"],
                  "items": {"type": "object", "properties": {
                    "name": {"type": "string"}, "v": {"type": "string"}}}}}},
              "status": {"type": "object", "properties": {"p": {"type": "string"}}}}}
            """);
    private static final FieldTracking OBJECT = FieldTracking.of(Kinds.custom("g.io", "v1", "K", SCHEMA), "");
    private static final FieldTracking STATUS = FieldTracking.of(Kinds.custom("g.io", "v1", "K", SCHEMA), "status");

    @Test
    void aCreatorOwnsAllThatItWroteAndThatWasFilledIn() {
        assertThat(managed(created())).isEqualTo(Json.parse("""
                [{"manager": "kubectl", "operation": "Update", "apiVersion": "g.io/v1", "time": "2026-01-02T03:04:05Z",
                  "fieldsType": "FieldsV1", "fieldsV1": {"f:spec": {".": {}, "f:a": {}, "f:d": {},
                    "f:l": {".": {}, "k:{\\"name\\":\\"p\\"}": {".": {}, "f:name": {}, "f:v": {}}},
                    "f:m": {".": {}, "f:k": {}}}}}]
                """));
    }

    @Test
    void aWriteToStatusIsTrackedApartAndOwnsNoSpec() {
        var live = created();
        var updated = live.deepCopy();
        updated.withObjectProperty("metadata").withObjectProperty("labels").put("z", "1");
        updated.withObjectProperty("spec").put("a", "nope");
        updated.withObjectProperty("status").put("p", "r");

        var managed = managed(STATUS.track(live, updated, "st", NOW));

        assertThat(managed.get(0)).isEqualTo(managed(live).get(0));
        assertThat(managed.get(1)).isEqualTo(Json.parse("""
                {"manager": "st", "operation": "Update", "apiVersion": "g.io/v1", "time": "2026-01-02T03:04:05Z",
                 "fieldsType": "FieldsV1", "fieldsV1": {"f:metadata": {"f:labels": {".": {}, "f:z": {}}},
                 "f:status": {".": {}, "f:p": {}}}, "subresource": "status"}
                """));
    }

    @Test
    void whatSomebodyElseOwnsIsAConflictThatNamesItAndTheField() {
        var refusal = refusal(created(), "{\"spec\": {\"a\": \"2\", \"n\": 1}}", "ap");

        assertThat(refusal.status().code()).isEqualTo(409);
        assertThat(refusal.status().message())
                .isEqualTo("Apply failed with 1 conflict: conflict with \"kubectl\" using g.io/v1: .spec.a");
        assertThat(refusal.status().details().causes())
                .containsExactly(
                        new Cause("FieldManagerConflict", "conflict with \"kubectl\" using g.io/v1", ".spec.a"));
    }

    @Test
    void severalConflictsAreListedByOwner() {
        var live = apply(created(), "{\"spec\": {\"n\": 1}}", "other");

        var refusal =
                refusal(live, "{\"spec\": {\"a\": \"2\", \"n\": 2, \"l\": [{\"name\": \"p\", \"v\": \"3\"}]}}", "ap");

        assertThat(refusal.status().message()).isEqualTo("""
                Apply failed with 3 conflicts: conflicts with "kubectl" using g.io/v1:
                - .spec.a
                - .spec.l[name="p"].v
                conflicts with "other":
                - .spec.n""");
        assertThat(refusal.status().details().causes()).hasSize(3);
    }

    @Test
    void forceTakesTheFields() {
        var result = OBJECT.apply(created(), body("{\"spec\": {\"a\": \"2\"}}"), "ap", true, LATER);

        assertThat(Json.string(result, "spec", "a")).isEqualTo("2");
        assertThat(fields(result, 0)).isEqualTo(Json.parse("{\"f:spec\": {\"f:a\": {}}}"));
        assertThat(fields(result, 1).path("f:spec").has("f:a")).isFalse();
    }

    @Test
    void theSameValueIsOwnedTogetherAndTheEntryHasNoTimeSinceNothingChanged() {
        var live = apply(null, "{\"spec\": {\"n\": 1}}", "m1");
        var result = apply(live, "{\"spec\": {\"n\": 1}}", "m2");

        assertThat(managed(result).get(0)).isEqualTo(Json.parse("""
                {"manager": "m2", "operation": "Apply", "apiVersion": "g.io/v1", "fieldsType": "FieldsV1",
                 "fieldsV1": {"f:spec": {"f:n": {}}}}
                """));
        assertThat(Json.string(managed(result).get(1), "manager")).isEqualTo("m1");
    }

    @Test
    void applyingTheSameAgainGivesBackTheLiveObject() {
        var live = apply(null, "{\"spec\": {\"n\": 1, \"m\": {\"a\": \"b\"}}}", "m1");
        assertThat(OBJECT.apply(live, body("{\"spec\": {\"n\": 1, \"m\": {\"a\": \"b\"}}}"), "m1", false, LATER))
                .isSameAs(live);
    }

    @Test
    void whatIsNoLongerAppliedGoesUnlessSomebodyElseOwnsIt() {
        var live = apply(
                null, "{\"spec\": {\"n\": 1, \"a\": \"x\", \"l\": [{\"name\": \"p\"}, {\"name\": \"q\"}]}}", "m1");
        live = apply(live, "{\"spec\": {\"a\": \"x\", \"l\": [{\"name\": \"q\"}]}}", "m2");

        var result = apply(live, "{}", "m1");

        assertThat(result.path("spec")).isEqualTo(Json.parse("{\"a\": \"x\", \"l\": [{\"name\": \"q\"}]}"));
        assertThat(managed(result)).hasSize(1);
    }

    @Test
    void newItemsStandWhereTheAppliedListHasThem() {
        var live = apply(null, "{\"spec\": {\"l\": [{\"name\": \"a\"}, {\"name\": \"c\"}]}}", "m1");
        var result = apply(live, "{\"spec\": {\"l\": [{\"name\": \"b\"}, {\"name\": \"c\", \"v\": \"1\"}]}}", "m2");
        assertThat(result.path("spec").path("l"))
                .isEqualTo(Json.parse("[{\"name\": \"a\"}, {\"name\": \"b\"}, {\"name\": \"c\", \"v\": \"1\"}]"));
    }

    @Test
    void anObjectWithoutOwnersIsGivenToBeforeFirstApply() {
        var live = Managed.put(created(), new java.util.LinkedHashMap<>());

        var result = apply(live, "{\"spec\": {\"n\": 1}}", "ap");

        assertThat(Json.string(managed(result).get(0), "manager")).isEqualTo("ap");
        assertThat(Json.string(managed(result).get(1), "manager")).isEqualTo("before-first-apply");
        assertThat(fields(result, 1)).isEqualTo(fields(created(), 0));
    }

    @Test
    void emptyManagedFieldsResetAndAreNotTrackedAfterwards() {
        for (var reset : new String[] {"[]", "[{}]"}) {
            var live = created();
            var updated = live.deepCopy();
            updated.withObjectProperty("metadata").set("managedFields", Json.parse(reset));
            var result = OBJECT.track(live, updated, "kubectl", NOW);
            assertThat(result.path("metadata").has("managedFields")).isFalse();

            var again = result.deepCopy();
            again.withObjectProperty("spec").put("a", "9");
            assertThat(OBJECT.track(result, again, "kubectl", NOW)
                            .path("metadata")
                            .has("managedFields"))
                    .isFalse();
        }
    }

    @Test
    void managedFieldsThatAreWrongAreIgnored() {
        var live = created();
        var updated = live.deepCopy();
        updated.withObjectProperty("metadata")
                .set("managedFields", Json.parse("[{\"manager\": \"q\", \"operation\": \"Foo\"}]"));
        updated.withObjectProperty("spec").put("a", "9");
        assertThat(managed(OBJECT.track(live, updated, "other", NOW))).hasSize(2);
    }

    @Test
    void anUpdateThatChangesNothingTakesNothingAndKeepsTimes() {
        var live = created();
        var result = OBJECT.track(live, live.deepCopy(), "other", LATER);
        assertThat(managed(result)).isEqualTo(managed(live));
        assertThat(FieldTracking.sameButTimes(live, result)).isTrue();
    }

    @Test
    void aRemovedFieldLeavesAllOwners() {
        var live = apply(created(), "{\"spec\": {\"a\": \"1\"}}", "ap");
        var updated = live.deepCopy();
        updated.withObjectProperty("spec").remove("a");
        var result = OBJECT.track(live, updated, "third", NOW);
        assertThat(managed(result)).hasSize(1);
        assertThat(fields(result, 0).path("f:spec").has("f:a")).isFalse();
    }

    @Test
    void theOldestUpdatesAreKeptTogetherBeyondTen() {
        var live = created();
        for (int i = 0; i < 12; i++) {
            var updated = live.deepCopy();
            updated.withObjectProperty("spec").withObjectProperty("m").put("k" + i, "v");
            live = OBJECT.track(live, updated, "m" + i, NOW.plusSeconds(i));
        }
        assertThat(managed(live)).hasSize(10);
        var bucket = managed(live).get(0);
        assertThat(Json.string(bucket, "manager")).isEqualTo("ancient-changes");
        assertThat(Json.string(bucket, "time")).isEqualTo("2026-01-02T03:04:07Z");
        assertThat(bucket.path("fieldsV1").path("f:spec").path("f:m").has("f:k2"))
                .isTrue();
    }

    @Test
    void bodiesOfAnotherTypeOrShapeAreRefused() {
        assertThat(refusedBody("{\"apiVersion\": \"v1\", \"kind\": \"Secret\"}"))
                .isEqualTo("invalid object type: /v1, Kind=Secret");
        assertThat(refusedBody("{\"kind\": \"K\"}")).isEqualTo("invalid object type: /, Kind=K");
        assertThat(refusedBody("{\"metadata\": {\"managedFields\": []}}"))
                .isEqualTo("metadata.managedFields must be nil");
        assertThat(refusedBody("{\"metadata\": {\"name\": \"x\"}, \"spac\": {}}"))
                .isEqualTo(
                        "failed to create typed patch object (/x; g.io/v1, Kind=K): .spac: field not declared in schema");
        assertThat(refusedBody("{\"spec\": {\"a\": 1}}"))
                .isEqualTo("failed to create typed patch object (/; g.io/v1, Kind=K):"
                        + " .spec.a: expected string, got &value.valueUnstructured{Value:1}");
        assertThat(refusedBody("{\"spec\": {\"l\": [{\"name\": \"p\"}, {\"name\": \"p\"}]}}"))
                .endsWith(" .spec.l: duplicate entries for key [name=\"p\"]");
        assertThat(refusedBody("{\"spec\": {\"l\": [{\"v\": \"p\"}]}}"))
                .endsWith(" .spec.l: element 0: associative list with keys has an element that omits all key fields"
                        + " [\"name\"] (and doesn't have default values for any key fields)");
    }

    @Test
    void kubectlTakesOverWhatItsAnnotationSaysItAppliedTheOldWay() {
        var object = body("{\"metadata\": {\"name\": \"x\", \"annotations\": {}}, \"spec\": {\"a\": \"1\"}}");
        object.withObjectProperty("metadata")
                .withObjectProperty("annotations")
                .put("kubectl.kubernetes.io/last-applied-configuration", Json.text(body("{\"spec\": {\"a\": \"1\"}}")));
        var live = OBJECT.track(null, object, "kubectl-client-side-apply", NOW);

        var result = apply(live, "{\"metadata\": {\"name\": \"x\"}, \"spec\": {\"a\": \"<&>\"}}", "kubectl");

        assertThat(Json.string(result, "spec", "a")).isEqualTo("<&>");
        assertThat(Json.string(result, "metadata", "annotations", "kubectl.kubernetes.io/last-applied-configuration"))
                .isEqualTo(
                        "{\"apiVersion\":\"g.io/v1\",\"kind\":\"K\",\"metadata\":{\"name\":\"x\"},\"spec\":{\"a\":\"\\u003c\\u0026\\u003e\"}}\n");
        assertThat(refusal(live, "{\"spec\": {\"a\": \"2\"}}", "somebody")
                        .status()
                        .code())
                .isEqualTo(409);
    }

    @Test
    void onlyTimesOfManagedFieldsDoNotCountAsAChange() {
        var live = created();
        var later = live.deepCopy();
        ((ObjectNode) managed(later).get(0)).put("time", "2027-01-01T00:00:00Z");
        assertThat(FieldTracking.sameButTimes(live, later)).isTrue();
        ((ObjectNode) managed(later).get(0)).put("manager", "x");
        assertThat(FieldTracking.sameButTimes(live, later)).isFalse();
        var other = live.deepCopy();
        other.withObjectProperty("spec").put("time", "x");
        assertThat(FieldTracking.sameButTimes(live, other)).isFalse();
    }

    private static ObjectNode created() {
        var object = body("""
                {"metadata": {"name": "x", "uid": "u1", "resourceVersion": "1"},
                 "spec": {"a": "1", "d": "dd", "m": {"k": "v"}, "l": [{"name": "p", "v": "1"}]}}
                """);
        return OBJECT.track(null, object, "kubectl", NOW);
    }

    private static ObjectNode body(String json) {
        var object = (ObjectNode) Json.parse(json);
        return object.size() > 0 && object.has("kind")
                ? object
                : object.put("apiVersion", "g.io/v1").put("kind", "K");
    }

    private static ObjectNode apply(@org.jspecify.annotations.Nullable ObjectNode live, String json, String manager) {
        var result = OBJECT.apply(live, body(json), manager, false, NOW);
        if (live == null) {
            result.withObjectProperty("metadata").put("uid", "u1");
        }
        return result;
    }

    private static StatusException refusal(ObjectNode live, String json, String manager) {
        return catchThrowableOfType(StatusException.class, () -> OBJECT.apply(live, body(json), manager, false, NOW));
    }

    private static String refusedBody(String json) {
        var refusal = refusal(created(), json, "ap");
        assertThat(refusal.status().code()).isEqualTo(400);
        return refusal.status().message();
    }

    private static JsonNode managed(ObjectNode object) {
        return object.path("metadata").path("managedFields");
    }

    private static JsonNode fields(ObjectNode object, int entry) {
        return managed(object).get(entry).path("fieldsV1");
    }
}
