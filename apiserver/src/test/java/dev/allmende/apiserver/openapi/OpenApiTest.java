package dev.allmende.apiserver.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.UnknownFieldSet;
import dev.allmende.apiserver.discovery.Discovery;
import dev.allmende.apiserver.discovery.SomeKinds;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.openapi.OpenApi.Found;
import dev.allmende.apiserver.openapi.OpenApi.Moved;
import dev.allmende.apiserver.resource.ServedKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private final OpenApi openApi = of(SomeKinds.ALL);

    private static OpenApi of(List<ServedKind> kinds) {
        return OpenApi.of(new Discovery(kinds, "127.0.0.1:6443"), "1.35");
    }

    private static Packed packed(OpenApi openApi, String key) {
        return ((Found) openApi.v3(key, "").orElseThrow()).document();
    }

    private JsonNode document(String key) {
        return Json.readObject(packed(openApi, key).content());
    }

    private static JsonNode recorded(String file) throws Exception {
        try (var stream = OpenApiTest.class.getResourceAsStream(file)) {
            return Json.MAPPER.readTree(stream);
        }
    }

    @Test
    void theIndexLeadsToEachDocumentByItsHash() {
        var paths = Json.readObject(openApi.index().json()).path("paths");
        List<String> keys = new ArrayList<>();
        paths.fieldNames().forEachRemaining(keys::add);
        assertThat(keys)
                .containsExactly(
                        "api/v1",
                        "apis/authorization.k8s.io/v1",
                        "apis/coordination.k8s.io/v1",
                        "apis/example.com/v1",
                        "apis/example.com/v1beta1");
        var address = paths.at("/apis~1example.com~1v1/serverRelativeURL").asText();
        assertThat(address).matches("/openapi/v3/apis/example.com/v1\\?hash=[0-9A-F]{128}");
        var hash = address.substring(address.indexOf('=') + 1);
        assertThat(openApi.v3("apis/example.com/v1", hash).orElseThrow())
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.lasting()).isTrue());
        assertThat(openApi.v3("apis/example.com/v1", "OLD")).contains(new Moved(address));
        assertThat(openApi.v3("apis/nope/v1", "")).isEmpty();
    }

    @Test
    void hashesStayWhileTheKindsDo() {
        var again = of(SomeKinds.ALL.reversed());
        assertThat(again.index().hash()).isEqualTo(openApi.index().hash());
        assertThat(packed(openApi, "api/v1").isKnownBy(packed(again, "api/v1").etag()))
                .isTrue();
    }

    @Test
    void aChangeMakesOnlyThatVersionAnew() {
        var before = packed(openApi, "api/v1");
        var changed = openApi.after(new Discovery(
                SomeKinds.ALL.stream()
                        .filter(kind -> !kind.plural().equals("globes"))
                        .toList(),
                "127.0.0.1:6443"));
        assertThat(packed(changed, "api/v1")).isSameAs(before);
        assertThat(packed(changed, "apis/example.com/v1").hash())
                .isNotEqualTo(packed(openApi, "apis/example.com/v1").hash());
    }

    /** The paths and schemas of the same custom resource definitions at kube-apiserver 1.35.4, without descriptions. */
    @Test
    void aCustomGroupIsDescribedAsTheRealServerDoes() throws Exception {
        var ours = (ObjectNode) document("apis/example.com/v1");
        var real = (ObjectNode) recorded("recorded-example.com-v1.json");
        for (var schema : List.of("com.example.v1.Widget", "com.example.v1.Globe", "com.example.v1.WidgetList")) {
            assertThat(comparable(ours.at("/components/schemas").path(schema)))
                    .as(schema)
                    .isEqualTo(comparable(real.at("/components/schemas").path(schema)));
        }
        assertThat(names(ours.at("/components/schemas"))).isEqualTo(names(real.at("/components/schemas")));
        assertThat(operations(ours, false)).isEqualTo(operations(real, false));
    }

    @Test
    void sharedSchemasHaveTheFieldsOfTheRealOnes() throws Exception {
        var ours = document("apis/example.com/v1").at("/components/schemas");
        var real = recorded("recorded-example.com-v1.json").at("/components/schemas");
        real.properties().forEach(entry -> {
            if (entry.getKey().startsWith("io.k8s.")) {
                var wanted = withoutDefaults(comparable(entry.getValue()));
                assertThat(withoutDefaults(comparable(ours.path(entry.getKey()))))
                        .as(entry.getKey())
                        .isEqualTo(wanted);
            }
        });
    }

    @Test
    void aBuiltInGroupIsDescribedAsTheRealServerDoes() throws Exception {
        assertThat(operations(document("apis/coordination.k8s.io/v1"), true))
                .isEqualTo(operations(recorded("recorded-coordination-v1.json"), true));
    }

    @Test
    void builtInKindsHaveTheNamesThatGeneratedClientsKnow() {
        assertThat(names(document("api/v1").at("/components/schemas")))
                .contains("io.k8s.api.core.v1.ConfigMap", "io.k8s.api.core.v1.NamespaceList");
        var review = document("apis/authorization.k8s.io/v1");
        assertThat(names(review.path("paths")))
                .containsExactly("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews");
        assertThat(review.at("/paths/~1apis~1authorization.k8s.io~1v1~1selfsubjectaccessreviews/post/operationId")
                        .asText())
                .isEqualTo("createAuthorizationV1SelfSubjectAccessReview");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (var key :
                List.of("api/v1", "apis/authorization.k8s.io/v1", "apis/example.com/v1", "apis/example.com/v1beta1")) {
            var document = document(key);
            var known = names(document.at("/components/schemas"));
            assertThat(document.findValuesAsText("$ref"))
                    .as(key)
                    .allSatisfy(ref -> assertThat(known).contains(ref.substring(Components.PREFIX.length())));
        }
        var swagger = Json.readObject(openApi.v2().content());
        var known = names(swagger.path("definitions"));
        assertThat(swagger.findValuesAsText("$ref"))
                .allSatisfy(ref -> assertThat(known).contains(ref.substring(SwaggerSchema.PREFIX.length())));
    }

    @Test
    void operationIdsAreUnique() {
        var ids = Json.readObject(openApi.v2().content()).path("paths").findValuesAsText("operationId");
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }

    /** Recorded as above. */
    @Test
    void version2LeavesOpenWhatItCannotSay() {
        var definitions = Json.readObject(openApi.v2().content()).path("definitions");
        var spec = definitions.at("/com.example.v1.Widget/properties/spec");
        assertThat(comparable(spec)).isEqualTo(Json.parse("""
                {"type":"object","required":["color"],"properties":{
                  "color":{"type":"string","enum":["red","green"]},
                  "free":{"x-kubernetes-preserve-unknown-fields":true},
                  "map":{"type":"object","additionalProperties":{"type":"string"}},
                  "maybe":{},
                  "parts":{"type":"array","items":{"type":"object","required":["name"],
                    "properties":{"name":{"type":"string"},"size":{"type":"integer"}}},
                    "x-kubernetes-list-map-keys":["name"],"x-kubernetes-list-type":"map"},
                  "port":{"x-kubernetes-int-or-string":true},
                  "replicas":{"type":"integer","format":"int32","minimum":0},
                  "tmpl":{"x-kubernetes-embedded-resource":true,"x-kubernetes-preserve-unknown-fields":true}},
                 "x-kubernetes-validations":[{"message":"no blue","rule":"self.color != 'blue'"}]}"""));
        assertThat(definitions
                        .at("/com.example.v1.Widget/properties/metadata/$ref")
                        .asText())
                .isEqualTo("#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta");
        assertThat(comparable(definitions.path("com.example.v1beta1.Widget"))).isEqualTo(Json.parse("""
                {"type":"object","x-kubernetes-group-version-kind":
                  [{"group":"example.com","kind":"Widget","version":"v1beta1"}]}"""));
    }

    /** Read by protobuf's own library; the numbers are those of gnostic's OpenAPIv2.proto. */
    @Test
    void version2IsAlsoAMessage() throws Exception {
        var swagger = Json.readObject(openApi.v2().content());
        var packed = openApi.v2Protobuf();
        assertThat(packed.contentType()).isEqualTo("application/com.github.proto-openapi.spec.v2.v1.0+protobuf");
        var document = UnknownFieldSet.parseFrom(packed.content());
        assertThat(text(document, 1)).isEqualTo("2.0");
        var paths = messages(messages(document, 8).getFirst(), 2);
        assertThat(paths.stream().map(path -> text(path, 1))).containsExactlyElementsOf(names(swagger.path("paths")));
        var definitions = messages(messages(document, 9).getFirst(), 1);
        assertThat(definitions.stream().map(definition -> text(definition, 1)))
                .containsExactlyElementsOf(names(swagger.path("definitions")));
        var lease = definitions.stream()
                .filter(definition -> text(definition, 1).equals("io.k8s.api.coordination.v1.Lease"))
                .findFirst()
                .orElseThrow();
        var schema = messages(lease, 2).getFirst();
        assertThat(text(messages(schema, 22).getFirst(), 1)).isEqualTo("object");
        assertThat(text(messages(schema, 31).getFirst(), 1)).isEqualTo("x-kubernetes-group-version-kind");
        assertThat(Json.parse(text(messages(messages(schema, 31).getFirst(), 2).getFirst(), 2)))
                .isEqualTo(swagger.at("/definitions/io.k8s.api.coordination.v1.Lease/x-kubernetes-group-version-kind"));
        var spec = messages(messages(schema, 25).getFirst(), 1).getLast();
        assertThat(text(spec, 1)).isEqualTo("spec");
        assertThat(text(messages(spec, 2).getFirst(), 1))
                .isEqualTo("#/definitions/io.k8s.api.coordination.v1.LeaseSpec");
    }

    private static String text(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().getFirst().toStringUtf8();
    }

    private static List<UnknownFieldSet> messages(UnknownFieldSet message, int field) throws Exception {
        List<UnknownFieldSet> messages = new ArrayList<>();
        for (var bytes : message.getField(field).getLengthDelimitedList()) {
            messages.add(UnknownFieldSet.parseFrom(bytes));
        }
        return messages;
    }

    @Test
    void aDocumentIsKeptCompressed() {
        var content = "{\"a\":1}".repeat(1000).getBytes(StandardCharsets.UTF_8);
        var packed = Packed.of(content, "application/json");
        assertThat(packed.gzip()).hasSizeLessThan(content.length / 10);
        assertThat(packed.content()).isEqualTo(content);
        assertThat(packed.isKnownBy("\"x\", " + packed.etag())).isTrue();
        assertThat(packed.isKnownBy("\"x\"")).isFalse();
    }

    @Test
    void partsOfBuiltInKindsHaveNamesToo() {
        var lease = document("apis/coordination.k8s.io/v1").at("/components/schemas/io.k8s.api.coordination.v1.Lease");
        assertThat(lease.at("/properties/spec/allOf/0/$ref").asText())
                .isEqualTo("#/components/schemas/io.k8s.api.coordination.v1.LeaseSpec");
        assertThat(names(document("api/v1").at("/components/schemas")))
                .contains("io.k8s.api.authentication.v1.TokenRequest");
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Without descriptions; types of numbers as in parsed text. */
    private static JsonNode comparable(JsonNode node) {
        var copy = Json.parse(Json.text(node));
        removeDescriptions(copy);
        return copy;
    }

    private static void removeDescriptions(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.get("description") != null
                && object.get("description").isTextual()) {
            object.remove("description");
        }
        node.forEach(OpenApiTest::removeDescriptions);
    }

    /** Those of the real server are the zero values of Go's types, which say nothing. */
    private static JsonNode withoutDefaults(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("default");
            if (object.path("allOf").size() == 1 && object.size() == 1) {
                return object.path("allOf").get(0);
            }
            new ArrayList<>(object.properties())
                    .forEach(entry -> object.set(entry.getKey(), withoutDefaults(entry.getValue())));
        }
        return node;
    }

    /** What can be done where, with which parameters and bodies, in one comparable text a path and method. */
    private static String operations(JsonNode document, boolean builtIn) {
        var lines = new TreeMap<String, String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (!method.getKey().equals("parameters")) {
                        lines.put(
                                path.getKey() + " " + method.getKey(),
                                operation(method.getValue(), path.getValue().path("parameters"), builtIn));
                    }
                }));
        var text = new StringBuilder();
        lines.forEach((key, value) -> text.append(key).append(' ').append(value).append('\n'));
        return text.toString();
    }

    private static String operation(JsonNode operation, JsonNode shared, boolean builtIn) {
        var action = operation.path("x-kubernetes-action").asText();
        var parameters = new TreeSet<String>();
        operation.path("parameters").forEach(one -> parameters.add(parameter(one)));
        shared.forEach(one -> parameters.add(parameter(one)));
        var bodies = new TreeSet<>(names(operation.at("/requestBody/content")));
        var codes = new HashSet<>(names(operation.path("responses")));
        var answers = new TreeSet<>(names(operation.at("/responses/200/content")));
        // protobuf is read but never written here
        answers.removeIf(type -> type.startsWith("application/vnd.kubernetes.protobuf"));
        if (!builtIn) {
            // we say more than kube-apiserver does of custom resources: that lists can be watched, that an apply
            // patch may create, and what a deletion of a collection takes
            answers.remove("application/json;stream=watch");
            if (action.equals("patch")) {
                codes.remove("201");
            }
            if (action.equals("deletecollection")) {
                parameters.clear();
                bodies.clear();
            }
        }
        return "%s %s %s %s params=%s bodies=%s %s codes=%s answers=%s %s"
                .formatted(
                        operation.path("operationId").asText(),
                        action,
                        operation.path("tags"),
                        comparable(operation.path("x-kubernetes-group-version-kind")),
                        parameters,
                        bodies,
                        operation.at("/requestBody/required"),
                        new TreeSet<>(codes),
                        answers,
                        operation.path("responses").findValuesAsText("$ref").stream()
                                .findFirst()
                                .orElse(""));
    }

    private static String parameter(JsonNode parameter) {
        return parameter.path("name").asText() + ":" + parameter.path("in").asText() + ":"
                + parameter.at("/schema/type").asText()
                + (parameter.path("required").asBoolean() ? "!" : "");
    }
}
