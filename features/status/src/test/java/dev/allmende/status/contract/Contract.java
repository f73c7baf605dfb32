package dev.allmende.status.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import dev.allmende.status.Stage;
import dev.allmende.status.view.Reply;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Upstream's description of the API, to hold answers against. Remembers which operations were seen to succeed. */
final class Contract {

    static final ObjectMapper JSON = new ObjectMapper();

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

    /** @param template of the path, as the file has it */
    JsonNode holds(String method, String template, Reply reply) {
        var operation = document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
        var response = operation.path("responses").path(Integer.toString(reply.code()));
        assertThat(response.isObject())
                .as("%s %s may answer %d: %s", method, template, reply.code(), Stage.text(reply))
                .isTrue();
        seen.add(operation.path("operationId").asText());
        if (reply.code() == 204) {
            assertThat(reply.body()).isEmpty();
            return JsonNodeFactory.instance.objectNode();
        }
        assertThat(reply.contentType()).isEqualTo("application/json");
        var json = json(reply);
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

    static JsonNode json(Reply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
