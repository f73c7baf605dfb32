package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.protobuf.Message;
import dev.allmende.apiserver.protobuf.Messages;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.resource.Verb;
import dev.allmende.apiserver.schema.Schema;
import java.util.Optional;
import java.util.Set;

/**
 * A part of a built-in resource with a path of its own. {@code /status} is not among them: the served kind says whether it
 * exists.
 *
 * @param parent resource it belongs to
 * @param name last part of the path
 * @param message what is sent and answered
 * @param schema of the message
 */
public record BuiltInSubresource(GroupResource parent, String name, Message message, Set<Verb> verbs, Schema schema) {

    public GroupVersion groupVersion() {
        return GroupVersion.parse(message.apiVersion());
    }

    public String kind() {
        return message.simpleName();
    }

    /** As {@link BuiltInKind#malformed}. */
    public Optional<String> malformed(ObjectNode object) {
        return new TypeCheck(Messages.builtIn()).malformed(object, message);
    }

    /** Brings an object that is not malformed in place into the form that Kubernetes would write. */
    public void tidy(ObjectNode object) {
        new MessageShape(Messages.builtIn()).tidy(object, message);
    }
}
