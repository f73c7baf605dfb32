package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.resource.GroupResource;
import java.util.List;
import java.util.Optional;

/**
 * A say in every write: may let it pass with warnings, or refuse it with a reason. Must not change objects and must not
 * block for long.
 */
public interface Admission {

    Verdict review(Review review);

    /** What is to happen. */
    enum Operation {
        CREATE,
        UPDATE,
        DELETE
    }

    /**
     * @param object the new state; empty for deletions
     * @param old the stored state; empty for new objects
     */
    record Review(
            Operation operation,
            GroupResource resource,
            String subresource,
            String namespace,
            String name,
            User user,
            Optional<ObjectNode> object,
            Optional<ObjectNode> old,
            boolean dryRun) {}

    /** The outcome of a review. */
    sealed interface Verdict {
        Verdict ALLOWED = new Allowed(List.of());
    }

    /** @param warnings shown to the user by the client */
    record Allowed(List<String> warnings) implements Verdict {
        public Allowed {
            warnings = List.copyOf(warnings);
        }
    }

    /** @param reason says what stands against it and what to do next */
    record Refused(String reason) implements Verdict {}
}
