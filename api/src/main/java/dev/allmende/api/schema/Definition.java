package dev.allmende.api.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.api.Condition;
import dev.allmende.api.Status;
import dev.allmende.api.Thing;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;

/** Makes the CustomResourceDefinition of a kind out of its class: one version, served and stored, with a status. */
public final class Definition {

    /** {@code kubectl get allmende} lists all things that a tenant has; what members may not see would have it refused. */
    private static final String CATEGORY = "allmende";

    private Definition() {}

    /** Of a kind that says what its spec and its status are: {@code extends CustomResource<...>} or {@code Thing<...>}. */
    public static ObjectNode of(Class<? extends CustomResource<?, ?>> kind) {
        if (!(kind.getGenericSuperclass() instanceof ParameterizedType parent)) {
            throw new IllegalArgumentException(kind.getName() + " does not say what its spec and status are");
        }
        var types = parent.getActualTypeArguments();
        return parent.getRawType() == Thing.class
                ? of(kind, types[0], new StatusOf(types[1]))
                : of(kind, types[0], types[1]);
    }

    /** {@code Status<O>} of a kind. */
    private record StatusOf(Type seen) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return new Type[] {seen};
        }

        @Override
        public Type getRawType() {
            return Status.class;
        }

        @Override
        public Type getOwnerType() {
            return Status.class;
        }
    }

    private static ObjectNode of(Class<? extends CustomResource<?, ?>> kind, Type spec, Type status) {
        var definition = JsonNodeFactory.instance.objectNode();
        definition.put("apiVersion", "apiextensions.k8s.io/v1").put("kind", "CustomResourceDefinition");
        var group = HasMetadata.getGroup(kind);
        var plural = HasMetadata.getPlural(kind);
        definition.putObject("metadata").put("name", plural + "." + group);
        var body = definition.putObject("spec");
        body.put("group", group);
        body.put("scope", Namespaced.class.isAssignableFrom(kind) ? "Namespaced" : "Cluster");
        names(body.putObject("names"), kind, plural);
        version(body.putArray("versions").addObject(), kind, spec, status);
        return definition;
    }

    private static void names(ObjectNode names, Class<? extends CustomResource<?, ?>> kind, String plural) {
        var word = HasMetadata.getKind(kind);
        names.put("plural", plural).put("singular", HasMetadata.getSingular(kind));
        names.put("kind", word).put("listKind", word + "List");
        if (Thing.class.isAssignableFrom(kind)) {
            names.putArray("categories").add(CATEGORY);
        }
        var shortNames = kind.getAnnotation(ShortNames.class);
        if (shortNames != null) {
            var array = names.putArray("shortNames");
            List.of(shortNames.value()).forEach(array::add);
        }
    }

    private static void version(
            ObjectNode version, Class<? extends CustomResource<?, ?>> kind, Type spec, Type status) {
        version.put("name", HasMetadata.getVersion(kind)).put("served", true).put("storage", true);
        version.putObject("subresources").putObject("status");
        var columns = version.putArray("additionalPrinterColumns");
        condition(columns, "Ready", 0, "status");
        condition(columns, "Synced", 1, "status");
        for (var column : kind.getAnnotationsByType(Column.class)) {
            column(columns, column.name(), column.type(), column.path(), column.priority());
        }
        if (Thing.class.isAssignableFrom(kind)) {
            column(columns, "ID", "string", ".status.id", 1);
        }
        column(columns, "Age", "date", ".metadata.creationTimestamp", 0);
        condition(columns, "Message", 1, "message");
        var root = version.putObject("schema").putObject("openAPIV3Schema");
        root.put("type", "object");
        Fields.describe(root, kind);
        Fields.rules(root, kind);
        root.putArray("required").add("spec");
        var properties = root.putObject("properties");
        properties.set("spec", Fields.of(spec));
        properties.set("status", lenient(Fields.of(status)));
    }

    /** What a controller of another release wrote may lack fields, or have none of them: nothing of a status is required. */
    private static ObjectNode lenient(ObjectNode status) {
        status.remove("required");
        if (status.at("/properties/observed") instanceof ObjectNode observed) {
            observed.remove("required");
        }
        return status;
    }

    private static void condition(ArrayNode columns, String name, int priority, String field) {
        var type = field.equals("status") ? name : Condition.READY;
        column(columns, name, "string", ".status.conditions[?(@.type=='%s')].%s".formatted(type, field), priority);
    }

    private static void column(ArrayNode columns, String name, String type, String path, int priority) {
        columns.addObject()
                .put("name", name)
                .put("jsonPath", path)
                .put("type", type)
                .put("priority", priority);
    }
}
