package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.protobuf.Message;
import dev.allmende.apiserver.protobuf.Messages;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.status.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A built-in kind with its rules. A write goes through {@link #malformed}, {@link #prune}, {@link #prepare} and {@link
 * #validate} in this order; the schema of the {@link #served} kind is for descriptions and the merging of lists, not for
 * these, since the tables behind it know more: in Kubernetes a null in a map is an empty value.
 *
 * @param names what names must be like
 * @param unconditionalUpdate whether a PUT may leave out the resourceVersion
 * @param storedAs resource under which objects are stored: another one for a second view of the same objects, see {@link
 *     EventConversion}
 */
public record BuiltInKind(
        ServedKind served,
        Message message,
        NameRule names,
        boolean unconditionalUpdate,
        GroupResource storedAs,
        Strategy strategy) {

    /** Why the object cannot be read as one of this kind: the text for a 400 answer. Empty when it can. */
    public Optional<String> malformed(ObjectNode object) {
        return new TypeCheck(Messages.builtIn()).malformed(object, message);
    }

    /**
     * Removes in place fields that the kind does not know.
     *
     * @return their paths, sorted, such as {@code spec.ports[0].foo}
     */
    public List<String> prune(ObjectNode object) {
        return new UnknownFields(Messages.builtIn()).remove(object, message);
    }

    /**
     * Brings the object in place into the form in which it is stored, with defaults and what the server decides.
     *
     * @param old the stored object on an update, in this version; null for a new object
     */
    public void prepare(ObjectNode object, @Nullable ObjectNode old) {
        new MessageShape(Messages.builtIn()).tidy(object, message);
        strategy.prepare(object, old);
    }

    /** What is wrong with a prepared object, its name apart. */
    public List<FieldError> validate(ObjectNode object, @Nullable ObjectNode old) {
        var errors = new ArrayList<>(MetadataRules.check(object, old));
        if (!message.simpleName().equals("CustomResourceDefinition")) {
            errors.addAll(MetadataRules.qualifiedFinalizers(object.path("metadata")));
        }
        errors.addAll(strategy.validate(object, old));
        return errors;
    }

    /** Values that field selectors can ask for, beside name and namespace. */
    public Map<String, String> fields(JsonNode object) {
        if (message.simpleName().equals("Event")) {
            return EventFields.of(object);
        }
        Map<String, String> fields = new HashMap<>();
        for (var path : served.selectable()) {
            fields.put(path, Json.string(object, path.split("\\.")));
        }
        return fields;
    }
}
