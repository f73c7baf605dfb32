package dev.allmende.api.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import java.util.List;

/** Makes the CustomResourceDefinition of a kind out of its class: one version, served and stored, with a status. */
public final class Definition {

    /** Categories of all kinds: {@code kubectl get allmende} lists them. */
    private static final List<String> CATEGORIES = List.of("allmende");

    private Definition() {}

    /**
     * @param spec record of the spec
     * @param status record of the status
     */
    public static ObjectNode of(Class<? extends CustomResource<?, ?>> kind, Class<?> spec, Class<?> status) {
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
        var categories = names.putArray("categories");
        CATEGORIES.forEach(categories::add);
        var shortNames = kind.getAnnotation(ShortNames.class);
        if (shortNames != null) {
            var array = names.putArray("shortNames");
            List.of(shortNames.value()).forEach(array::add);
        }
    }

    private static void version(
            ObjectNode version, Class<? extends CustomResource<?, ?>> kind, Class<?> spec, Class<?> status) {
        version.put("name", HasMetadata.getVersion(kind)).put("served", true).put("storage", true);
        version.putObject("subresources").putObject("status");
        var columns = version.putArray("additionalPrinterColumns");
        for (var column : kind.getAnnotationsByType(Column.class)) {
            columns.addObject()
                    .put("name", column.name())
                    .put("jsonPath", column.path())
                    .put("type", column.type())
                    .put("priority", column.priority());
        }
        columns.addObject()
                .put("name", "Age")
                .put("jsonPath", ".metadata.creationTimestamp")
                .put("type", "date")
                .put("priority", 0);
        var root = version.putObject("schema").putObject("openAPIV3Schema");
        root.put("type", "object");
        Fields.describe(root, kind);
        Fields.rules(root, kind);
        root.putArray("required").add("spec");
        var properties = root.putObject("properties");
        properties.set("spec", Fields.of(spec));
        properties.set("status", Fields.of(status));
    }
}
