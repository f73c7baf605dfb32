package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.status.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one kind. Objects come in with right types: {@link MessageShape} has looked at them. Metadata is not a
 * strategy's business, see {@link MetadataRules}. Pure; safe for many threads.
 */
public interface Strategy {

    /** A kind without rules of its own. */
    Strategy NONE = new Strategy() {};

    /**
     * Sets in place what the server decides and what is meant when nothing is said.
     *
     * @param old the stored object on an update; null for a new object
     */
    default void prepare(ObjectNode object, @Nullable ObjectNode old) {}

    /** What is wrong with a prepared object; empty when nothing is. */
    default List<FieldError> validate(ObjectNode object, @Nullable ObjectNode old) {
        return List.of();
    }
}
