package dev.allmende.apiserver.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.builtin.BuiltInKind;
import dev.allmende.apiserver.registry.Rules;
import dev.allmende.apiserver.status.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules of a kind that comes with the server. */
class BuiltInRules implements Rules {

    private final BuiltInKind kind;

    BuiltInRules(BuiltInKind kind) {
        this.kind = kind;
    }

    @Override
    public Optional<String> malformed(ObjectNode object) {
        return kind.malformed(object);
    }

    @Override
    public List<String> prune(ObjectNode object) {
        return kind.prune(object);
    }

    @Override
    public void fill(ObjectNode object) {
        // the kind's own preparation knows its defaults
    }

    @Override
    public void prepare(ObjectNode object, @Nullable ObjectNode old) {
        kind.prepare(object, old);
    }

    @Override
    public List<FieldError> validate(ObjectNode object, @Nullable ObjectNode old) {
        return kind.validate(object, old);
    }

    @Override
    public List<FieldError> validateName(String name) {
        return kind.names().check(name);
    }

    @Override
    public List<FieldError> validatePrefix(String prefix) {
        return kind.names().checkPrefix(prefix);
    }

    @Override
    public Map<String, String> fields(JsonNode object) {
        return kind.fields(object);
    }

    @Override
    public boolean unconditionalUpdate() {
        return kind.unconditionalUpdate();
    }

    @Override
    public boolean fillsOnRead() {
        return false;
    }
}
