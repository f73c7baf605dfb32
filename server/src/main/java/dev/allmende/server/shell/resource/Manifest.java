package dev.allmende.server.shell.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** An object as YAML, for reading: without what only machines read, and without what is secret. */
public final class Manifest {

    /** Where tools keep whole objects, secrets among them. */
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build());

    private Manifest() {}

    /** @param hidden what stands in the place of a secret's value */
    public static String of(Kind kind, ObjectNode object, String hidden) {
        var shown = object.deepCopy();
        if (shown.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
            if (metadata.path("annotations") instanceof ObjectNode annotations) {
                annotations.remove(LAST_APPLIED);
                if (annotations.isEmpty()) {
                    metadata.remove("annotations");
                }
            }
        }
        if (kind.isSecret()) {
            List.of("data", "stringData").forEach(field -> hide(shown.path(field), hidden));
        }
        return text(shown);
    }

    /** Any value, as it is. */
    public static String text(JsonNode value) {
        try {
            return YAML.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a person wrote: YAML, or JSON, which is YAML too.
     *
     * @return missing for nothing
     * @throws JsonProcessingException when it is neither
     */
    public static JsonNode read(String text) throws JsonProcessingException {
        var value = YAML.readTree(text);
        return value == null || value.isNull() ? MissingNode.getInstance() : value;
    }

    private static void hide(JsonNode values, String hidden) {
        if (values instanceof ObjectNode fields) {
            for (Map.Entry<String, JsonNode> field : fields.properties()) {
                field.setValue(TextNode.valueOf(hidden));
            }
        }
    }
}
