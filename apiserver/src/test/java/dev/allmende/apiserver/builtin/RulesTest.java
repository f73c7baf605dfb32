package dev.allmende.apiserver.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.apply.ObjectMetaSchema;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.status.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the recorded answers cannot hold: large objects, secrets in messages, what only a registry can send. */
class RulesTest {

    private static final GroupVersion CORE = new GroupVersion("", "v1");

    @Test
    void secretsHaveAtMostOneMebibyte() {
        var fits = secret("a", "x".repeat(1024 * 1024));
        var tooBig = secret("a", "x".repeat(1024 * 1024 + 1));
        assertThat(errors("secrets", fits, null)).isEmpty();
        assertThat(errors("secrets", tooBig, null))
                .containsExactly("data: Too long: may not be more than 1048576 bytes");
    }

    @Test
    void configMapsCountBothKindsOfValues() {
        var map = object("{\"metadata\": {\"name\": \"a\"}, \"binaryData\": {\"b\": \"eA==\"}}");
        map.putObject("data").put("a", "\u00e4".repeat(512 * 1024));
        assertThat(errors("configmaps", map, null)).containsExactly("Too long: may not be more than 1048576 bytes");
    }

    @Test
    void annotationsHaveALimitTogether() {
        var map = object("{\"metadata\": {\"name\": \"a\", \"annotations\": {}}}");
        var annotations = (ObjectNode) map.path("metadata").path("annotations");
        annotations.put("a", "x".repeat(256 * 1024 - 1));
        assertThat(errors("configmaps", map, null)).isEmpty();
        annotations.put("b", "");
        assertThat(errors("configmaps", map, null))
                .containsExactly("metadata.annotations: Too long: may not be more than 262144 bytes");
    }

    @Test
    void messagesNeverQuoteASecret() {
        var secret = secret(".dockerconfigjson", "{\"auth\": hunter2}").put("type", "kubernetes.io/dockerconfigjson");
        assertThat(errors("secrets", secret, null))
                .singleElement()
                .asString()
                .contains("data[.dockerconfigjson]", "redacted")
                .doesNotContain("hunter2", "aHVudGVyMg");
    }

    @Test
    void identityDoesNotChange() {
        var old = object(
                "{\"metadata\": {\"name\": \"a\", \"uid\": \"1\", \"creationTimestamp\": \"2026-01-02T03:04:05Z\"}}");
        var changed = object("{\"metadata\": {\"name\": \"a\", \"uid\": \"2\"}}");
        assertThat(errors("configmaps", changed, old))
                .containsExactly(
                        "metadata.uid: Invalid value: \"2\": field is immutable",
                        "metadata.creationTimestamp: Invalid value: null: field is immutable");
    }

    @Test
    void aNamespacesPhaseFollowsItsDeletion() {
        var active = object("{\"metadata\": {\"name\": \"a\"}, \"spec\": {}, \"status\": {\"phase\": \"Active\"}}");
        var ended = active.deepCopy();
        ended.withObjectProperty("status").put("phase", "Terminating");
        assertThat(errors("namespaces", ended, active))
                .containsExactly("status.Phase: Invalid value: \"Terminating\":"
                        + " may only be 'Active' if `deletionTimestamp` is empty");
        ended.withObjectProperty("metadata").put("deletionTimestamp", "2026-01-02T03:04:05Z");
        active.withObjectProperty("metadata").put("deletionTimestamp", "2026-01-02T03:04:05Z");
        assertThat(errors("namespaces", ended, active)).isEmpty();
    }

    @Test
    void finalizersOfANamespaceMayBeFinished() {
        var old = object("{\"metadata\": {\"name\": \"a\"}, \"spec\": {\"finalizers\": [\"kubernetes\"]}}");
        var done = object("{\"metadata\": {\"name\": \"a\"}, \"spec\": {}}");
        kind("namespaces").prepare(old, null);
        done.set("status", old.path("status"));
        kind("namespaces").prepare(done, old);
        assertThat(done.path("spec").has("finalizers")).isFalse();
        assertThat(errors("namespaces", done, old)).isEmpty();
    }

    @Test
    void longNamesAreRefusedQuickly() {
        var name = "a.".repeat(500_000);
        assertThat(NameRule.DNS_SUBDOMAIN.check(name)).hasSize(2);
        assertThat(Syntax.qualifiedName(name + "/" + name)).isNotEmpty();
    }

    @Test
    void theSameNumberIsTheSameInEveryNode() {
        var lease = BuiltInKinds.find(new GroupVersion("coordination.k8s.io", "v1"), "leases")
                .orElseThrow();
        var parsed = object("{\"spec\": {\"leaseDurationSeconds\": 15}}");
        var patched = object("{\"spec\": {}}");
        patched.withObjectProperty("spec").put("leaseDurationSeconds", 15L);
        assertThat(lease.malformed(patched)).isEmpty();
        lease.prepare(parsed, null);
        lease.prepare(patched, null);
        assertThat(patched).isEqualTo(parsed);
        patched.withObjectProperty("spec").put("leaseDurationSeconds", 1L << 31);
        assertThat(lease.malformed(patched))
                .hasValueSatisfying(why -> assertThat(why).endsWith("of type int32"));
    }

    @Test
    void unknownFieldsAreToldByTheirPaths() {
        var definition = BuiltInKinds.find(new GroupVersion("apiextensions.k8s.io", "v1"), "customresourcedefinitions")
                .orElseThrow();
        var object = object("""
                {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition", "foo": 1,
                 "metadata": {"name": "a", "kind": "x", "labels": {"foo": "bar"}},
                 "spec": {"versions": [{"name": "v1", "schema": {"openAPIV3Schema": {
                   "properties": {"a": {"typo": 1, "items": {"typo": 2}, "default": {"free": 1}}}}}}]}}""");
        assertThat(definition.prune(object))
                .containsExactly(
                        "foo",
                        "metadata.kind",
                        "spec.versions[0].schema.openAPIV3Schema.properties.a.items.typo",
                        "spec.versions[0].schema.openAPIV3Schema.properties.a.typo");
        assertThat(Json.text(object)).doesNotContain("typo").contains("free");
    }

    @Test
    void metadataHasOneShapeForAllKinds() {
        var described = BuiltInKinds.all()
                .getFirst()
                .served()
                .schema()
                .source()
                .path("properties")
                .path("metadata");
        assertThat(plain(described)).isEqualTo(plain(ObjectMetaSchema.SCHEMA.source()));
    }

    /** Without what only describes, or says that a part is always there. */
    private static JsonNode plain(JsonNode schema) {
        var copy = schema.deepCopy();
        for (var word : List.of("description", "default")) {
            copy.findParents(word).forEach(parent -> ((ObjectNode) parent).remove(word));
        }
        return copy;
    }

    private static ObjectNode secret(String key, String value) {
        var secret = object("{\"metadata\": {\"name\": \"a\"}}");
        secret.putObject("stringData").put(key, value);
        kind("secrets").prepare(secret, null);
        return secret;
    }

    private static BuiltInKind kind(String plural) {
        return BuiltInKinds.find(CORE, plural).orElseThrow();
    }

    private static List<String> errors(String plural, ObjectNode object, @Nullable ObjectNode old) {
        return kind(plural).validate(object, old).stream()
                .map(FieldError::message)
                .toList();
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) Json.parse(json);
    }
}
