package dev.allmende.e2e.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import dev.allmende.e2e.status.StatusApi.Answer;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Upstream's description of the API, to hold answers against. Remembers which operations were seen to succeed. */
final class Contract {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.builder()
            .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
            .metaSchema(OpenApi30.getInstance())
            .build();
    private static final SchemaValidatorsConfig FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;
    private final Map<String, JsonSchema> schemas = new HashMap<>();
    final Set<String> seen = new TreeSet<>();

    Contract() {
        try (var file = Objects.requireNonNull(Contract.class.getResourceAsStream("openapi.yaml"))) {
            document = Serialization.unmarshal(file, JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of all operations. */
    Set<String> operations() {
        var all = new TreeSet<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .forEach(operation ->
                                all.add(operation.path("operationId").asText())));
        return all;
    }

    /** An answer of the API: a success as its operation may give it, or a problem document (RFC 9457). */
    void allows(String method, String path, Answer answer) {
        var template = template(path.split("\\?", 2)[0]);
        if (answer.code() >= 400) {
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            if (!method.equals("HEAD")) {
                assertThat(answer.json().path("status").asInt()).isEqualTo(answer.code());
            }
        } else if (answer.code() != 304
                && template.isPresent()
                && Set.of("GET", "POST", "PATCH", "DELETE").contains(method)) {
            holds(method, template.get(), answer);
        }
    }

    private Optional<String> template(String path) {
        return document.path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .filter(each -> path.matches(each.replaceAll("\\{[^}]*}", "[^/]+") + "/?"))
                .findFirst();
    }

    /** @param template of the path, as the file has it */
    JsonNode holds(String method, String template, Answer answer) {
        var operation = document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
        var response = operation.path("responses").path(Integer.toString(answer.code()));
        assertThat(response.isObject())
                .as("%s %s may answer %d: %s", method, template, answer.code(), answer.text())
                .isTrue();
        seen.add(operation.path("operationId").asText());
        if (answer.code() == 204) {
            assertThat(answer.body()).isEmpty();
            return JsonNodeFactory.instance.objectNode();
        }
        assertThat(answer.header("content-type")).isEqualTo("application/json");
        var json = answer.json();
        assertThat(faults(response.path("$ref").asText(), json))
                .as(json.toString())
                .isEmpty();
        return json;
    }

    /** @param response a reference within the file */
    Set<ValidationMessage> faults(String response, JsonNode json) {
        return schemas.computeIfAbsent(response, this::schema).validate(json);
    }

    private JsonSchema schema(String response) {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.putArray("allOf").addObject().put("$ref", response + "/content/application~1json/schema");
        schema.set("components", document.path("components"));
        return FACTORY.getSchema(schema, FORMATS);
    }
}
