package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.status.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a kind demands of its objects. Pure, but for the objects handed in to be changed. */
public interface Rules {

    /** Why the object cannot be read as one of this kind at all; empty when it can. */
    Optional<String> malformed(ObjectNode object);

    /** Removes fields that the schema does not know. @return their paths */
    List<String> prune(ObjectNode object);

    /** Puts in the schema's defaults. */
    void fill(ObjectNode object);

    /**
     * Sets what the server decides, before validation.
     *
     * @param old null for a new object
     */
    void prepare(ObjectNode object, @Nullable ObjectNode old);

    /** @param old null for a new object */
    List<FieldError> validate(ObjectNode object, @Nullable ObjectNode old);

    /** What is wrong with {@code metadata.name}; empty is wrong too. */
    List<FieldError> validateName(String name);

    /** What is wrong with {@code metadata.generateName}; empty is right. */
    List<FieldError> validatePrefix(String prefix);

    /** Values that field selectors can ask for, by their path, besides name and namespace. */
    Map<String, String> fields(JsonNode object);

    /** Whether a PUT may leave out the resourceVersion and so overwrite whatever is there. */
    boolean unconditionalUpdate();

    /** Whether an object written under older rules may lack defaults of these. */
    boolean fillsOnRead();

    /** Whether objects may have been written in a version with another schema: then reading prunes and fills too. */
    default boolean shapesOnRead() {
        return false;
    }

    /** What clients of this version are warned of with each answer; empty for nothing. */
    default String deprecation() {
        return "";
    }

    /** Prepares an object that is asked to go: may add a finalizer, or tell it in its status. */
    default void ending(ObjectNode object) {}

    /** What holds an object that is being deleted, beside its finalizers. */
    default boolean holds(JsonNode object) {
        return false;
    }

    /** Why an object cannot be deleted; empty when it can. */
    default Optional<String> undeletable(String name) {
        return Optional.empty();
    }

    /** Whether new objects may be made. */
    default boolean isOpen() {
        return true;
    }
}
