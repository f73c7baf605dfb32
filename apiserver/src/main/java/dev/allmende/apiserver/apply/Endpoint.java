package dev.allmende.apiserver.apply;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where writes come in.
 *
 * @param gvk as messages name the type: {@code apps/v1, Kind=Deployment}
 * @param shapes of the kind's versions, by apiVersion; has this one's
 * @param reset trees of fields that writes here cannot change
 */
record Endpoint(
        String apiVersion,
        String kind,
        String gvk,
        String subresource,
        Shape own,
        Map<String, Shape> shapes,
        FieldSet reset) {

    /** Fields that nobody owns (apimachinery util/managedfields/internal/stripmeta.go). */
    private static final FieldSet UNOWNED = FieldSet.ofFields("apiVersion")
            .union(FieldSet.ofFields("kind"))
            .union(FieldSet.ofFields("metadata"))
            .union(FieldSet.ofFields("metadata", "name"))
            .union(FieldSet.ofFields("metadata", "namespace"))
            .union(FieldSet.ofFields("metadata", "creationTimestamp"))
            .union(FieldSet.ofFields("metadata", "selfLink"))
            .union(FieldSet.ofFields("metadata", "uid"))
            .union(FieldSet.ofFields("metadata", "clusterName"))
            .union(FieldSet.ofFields("metadata", "generation"))
            .union(FieldSet.ofFields("metadata", "managedFields"))
            .union(FieldSet.ofFields("metadata", "resourceVersion"));

    @Nullable
    Shape shape(String version) {
        return version.equals(apiVersion) ? own : shapes.get(version);
    }

    static FieldSet ownable(FieldSet set) {
        return set.difference(UNOWNED);
    }
}
