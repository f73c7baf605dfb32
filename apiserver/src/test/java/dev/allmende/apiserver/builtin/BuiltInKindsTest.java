package dev.allmende.apiserver.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.resource.PrinterColumn;
import dev.allmende.apiserver.resource.Verb;
import dev.allmende.apiserver.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltInKindsTest {

    @Test
    void eachKindIsServedUnderItsOwnPath() {
        var paths = BuiltInKinds.all().stream()
                .map(kind -> kind.served().apiVersion() + "/" + kind.served().plural())
                .toList();
        assertThat(paths).doesNotHaveDuplicates().hasSize(20).contains("v1/secrets", "events.k8s.io/v1/events");
    }

    @Test
    void schemasReadFromTheirSourceAreTheSchemas() {
        for (var kind : BuiltInKinds.all()) {
            var schema = kind.served().schema();
            assertThat(Schema.parse(schema.source())).as(kind.served().kind()).isEqualTo(schema);
        }
    }

    @Test
    void everyFieldIsDescribed() {
        for (var kind : BuiltInKinds.all()) {
            undescribed(kind.served().schema().source(), kind.served().kind());
        }
    }

    private static void undescribed(JsonNode schema, String path) {
        schema.path("properties").properties().forEach(field -> {
            var place = path + "." + field.getKey();
            assertThat(Json.string(field.getValue(), "description")).as(place).isNotBlank();
            undescribed(field.getValue(), place);
            undescribed(field.getValue().path("items"), place);
            undescribed(field.getValue().path("additionalProperties"), place);
        });
    }

    @Test
    void listsSayHowTheyAreMerged() {
        var metadata =
                core("secrets").served().schema().source().path("properties").path("metadata");
        var owners = Json.at(metadata, "properties", "ownerReferences");
        assertThat(Json.string(owners, "x-kubernetes-list-type")).isEqualTo("map");
        assertThat(owners.path("x-kubernetes-list-map-keys")).isEqualTo(Json.parse("[\"uid\"]"));
        assertThat(Json.string(owners, "x-kubernetes-patch-merge-key")).isEqualTo("uid");
        assertThat(Json.string(owners, "items", "x-kubernetes-map-type")).isEqualTo("atomic");
        var ports = Json.at(core("services").served().schema().source(), "properties", "spec", "properties", "ports");
        assertThat(ports.path("x-kubernetes-list-map-keys")).isEqualTo(Json.parse("[\"port\", \"protocol\"]"));
        assertThat(Json.string(ports, "x-kubernetes-patch-merge-key")).isEqualTo("port");
        assertThat(Json.string(ports, "items", "properties", "protocol", "default"))
                .isEqualTo("TCP");
    }

    @Test
    void aSchemaInsideItselfIsDescribedOnce() {
        var definition = BuiltInKinds.find(new GroupVersion("apiextensions.k8s.io", "v1"), "customresourcedefinitions")
                .orElseThrow();
        var schema = Json.at(
                definition.served().schema().source(),
                "properties",
                "spec",
                "properties",
                "versions",
                "items",
                "properties",
                "schema",
                "properties",
                "openAPIV3Schema");
        var below = Json.at(schema, "properties", "properties", "additionalProperties");
        assertThat(Json.at(schema, "properties", "maxLength", "type").asText()).isEqualTo("integer");
        assertThat(below.path("x-kubernetes-preserve-unknown-fields").asBoolean())
                .isTrue();
    }

    @Test
    void reviewsAreOnlyCreated() {
        assertThat(BuiltInKinds.reviews())
                .hasSize(6)
                .allSatisfy(kind -> assertThat(kind.served().verbs()).containsExactly(Verb.CREATE));
    }

    @Test
    void namespacesAreNotDeletedTogether() {
        assertThat(core("namespaces").served().verbs())
                .doesNotContain(Verb.DELETECOLLECTION)
                .hasSize(7);
    }

    @Test
    void bothViewsOfEventsShareOneStore() {
        var events = BuiltInKinds.find(new GroupVersion("events.k8s.io", "v1"), "events")
                .orElseThrow();
        assertThat(events.storedAs()).isEqualTo(new GroupResource("", "events"));
        assertThat(core("events").storedAs()).isEqualTo(events.storedAs());
    }

    @Test
    void tablesHaveKubectlsColumns() {
        assertThat(heads("namespaces")).containsExactly("Status", "Age");
        assertThat(heads("secrets")).containsExactly("Type", "Data", "Age");
        assertThat(heads("configmaps")).containsExactly("Data", "Age");
        assertThat(heads("serviceaccounts")).containsExactly("Age");
        assertThat(heads("services"))
                .containsExactly("Type", "Cluster-IP", "External-IP", "Port(s)", "Age", "Selector");
        assertThat(heads("events"))
                .containsExactly(
                        "Last Seen",
                        "Type",
                        "Reason",
                        "Object",
                        "Subobject",
                        "Source",
                        "Message",
                        "First Seen",
                        "Count",
                        "Name");
    }

    @Test
    void cellsShowWhatKubectlShows() {
        var service = Json.parse("""
                {"metadata": {"name": "web"}, "spec": {"type": "LoadBalancer", "clusterIPs": ["10.0.0.1"],
                 "selector": {"b": "2", "a": "1"},
                 "ports": [{"port": 80, "protocol": "TCP", "nodePort": 30080}, {"port": 53, "protocol": "UDP"}]}}""");
        assertThat(cells("services", service))
                .containsExactly("LoadBalancer", "10.0.0.1", "<pending>", "80:30080/TCP,53/UDP", "", "a=1,b=2");
        var event = Json.parse("""
                {"metadata": {"name": "e"}, "involvedObject": {"kind": "Widget", "name": "w", "fieldPath": "spec"},
                 "type": "Normal", "reason": "Made", "message": " made \\n", "eventTime": "2026-01-02T03:04:05.000006Z",
                 "reportingComponent": "maker", "reportingInstance": "m-0"}""");
        assertThat(cells("events", event))
                .containsExactly(
                        "2026-01-02T03:04:05.000006Z",
                        "Normal",
                        "Made",
                        "widget/w",
                        "spec",
                        "maker, m-0",
                        "made",
                        "2026-01-02T03:04:05.000006Z",
                        "1",
                        "e");
    }

    @Test
    void bindingsShowTheirSubjectsByKind() {
        var binding = Json.parse("""
                {"roleRef": {"kind": "ClusterRole", "name": "view"}, "subjects": [
                  {"kind": "User", "name": "ann"}, {"kind": "ServiceAccount", "namespace": "n", "name": "robot"},
                  {"kind": "User", "name": "bob"}, {"kind": "Group", "name": "devs"}]}""");
        var kind = BuiltInKinds.find(new GroupVersion("rbac.authorization.k8s.io", "v1"), "rolebindings")
                .orElseThrow();
        assertThat(cells(kind, binding)).containsExactly("ClusterRole/view", "", "ann, bob", "devs", "n/robot");
    }

    @Test
    void quotasShowUseAndLimit() {
        var quota = Json.parse("""
                {"status": {"hard": {"pods": "4", "limits.cpu": "2", "cpu": "1"}, "used": {"pods": "1", "cpu": "500m"}}}""");
        assertThat(cells("resourcequotas", quota)).containsExactly("cpu: 500m/1, pods: 1/4", "limits.cpu: 0/2", "");
    }

    private static BuiltInKind core(String plural) {
        return BuiltInKinds.find(new GroupVersion("", "v1"), plural).orElseThrow();
    }

    private static List<String> heads(String plural) {
        return core(plural).served().columns().stream().map(PrinterColumn::name).toList();
    }

    private static List<String> cells(String plural, JsonNode object) {
        return cells(core(plural), object);
    }

    private static List<String> cells(BuiltInKind kind, JsonNode object) {
        return kind.served().columns().stream()
                .map(column -> column.cell().apply(object).asText())
                .toList();
    }
}
