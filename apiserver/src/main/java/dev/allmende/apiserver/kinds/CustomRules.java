package dev.allmende.apiserver.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.builtin.MetadataRules;
import dev.allmende.apiserver.builtin.NameRule;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.registry.Rules;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.schema.ObjectRules;
import dev.allmende.apiserver.status.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules of a kind that a definition made. */
final class CustomRules implements Rules {

    private final ServedKind kind;
    private final ObjectRules schema;
    private final boolean open;
    private final boolean shaping;
    private final String deprecation;

    /**
     * @param open whether new objects may be made: not once the definition is being deleted
     * @param shaping whether other versions have other schemas, so that what is read must be brought into this one
     * @param deprecation what clients of this version are told; empty for nothing
     */
    CustomRules(ServedKind kind, boolean open, boolean shaping, String deprecation) {
        this.kind = kind;
        this.open = open;
        this.shaping = shaping;
        this.deprecation = deprecation;
        this.schema = ObjectRules.of(kind.schema());
    }

    @Override
    public Optional<String> malformed(ObjectNode object) {
        return schema.malformed(object);
    }

    @Override
    public List<String> prune(ObjectNode object) {
        return schema.prune(object);
    }

    @Override
    public void fill(ObjectNode object) {
        schema.fillDefaults(object);
    }

    @Override
    public void prepare(ObjectNode object, @Nullable ObjectNode old) {
        // nobody decides anything in a custom resource but its controller
    }

    @Override
    public List<FieldError> validate(ObjectNode object, @Nullable ObjectNode old) {
        List<FieldError> errors = new ArrayList<>(MetadataRules.check(object, old));
        errors.addAll(schema.validate(object, old));
        kind.scale().ifPresent(scale -> errors.addAll(ScaleRules.check(scale, object)));
        return errors;
    }

    @Override
    public List<FieldError> validateName(String name) {
        return NameRule.DNS_SUBDOMAIN.check(name);
    }

    @Override
    public List<FieldError> validatePrefix(String prefix) {
        return NameRule.DNS_SUBDOMAIN.checkPrefix(prefix);
    }

    @Override
    public Map<String, String> fields(JsonNode object) {
        if (kind.selectable().isEmpty()) {
            return Map.of();
        }
        Map<String, String> fields = new HashMap<>();
        for (var path : kind.selectable()) {
            fields.put(path, Json.at(object, path.split("\\.", -1)).asText(""));
        }
        return fields;
    }

    @Override
    public boolean unconditionalUpdate() {
        return false;
    }

    @Override
    public boolean fillsOnRead() {
        return schema.hasDefaults();
    }

    @Override
    public boolean shapesOnRead() {
        return shaping;
    }

    @Override
    public String deprecation() {
        return deprecation;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
