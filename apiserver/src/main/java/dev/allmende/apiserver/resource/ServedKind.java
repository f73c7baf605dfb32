package dev.allmende.apiserver.resource;

import dev.allmende.apiserver.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One resource in one version, as it is served.
 *
 * @param plural as in paths
 * @param schema of the whole object, with apiVersion, kind and metadata
 * @param statusSubresource whether {@code /status} exists, so that the object itself cannot carry a new status
 * @param columns printer columns beside the name; empty means: the age
 * @param selectable field paths such as {@code spec.color} that field selectors may use besides the object's name and
 *     namespace
 * @param builtIn kinds made by this library: strategic merge patches and protobuf bodies are for them only
 */
public record ServedKind(
        GroupVersion groupVersion,
        String plural,
        String singular,
        String kind,
        String listKind,
        boolean namespaced,
        List<String> shortNames,
        List<String> categories,
        Set<Verb> verbs,
        Schema schema,
        boolean statusSubresource,
        Optional<ScaleSubresource> scale,
        List<PrinterColumn> columns,
        List<String> selectable,
        boolean builtIn) {

    public ServedKind {
        shortNames = List.copyOf(shortNames);
        categories = List.copyOf(categories);
        verbs = Set.copyOf(verbs);
        columns = List.copyOf(columns);
        selectable = List.copyOf(selectable);
    }

    /**
     * Paths of the scale subresource, with their leading dot (apiextensions v1 CustomResourceSubresourceScale).
     *
     * @param labelSelectorPath empty when there is none
     */
    public record ScaleSubresource(String specReplicasPath, String statusReplicasPath, String labelSelectorPath) {}

    public GroupResource groupResource() {
        return new GroupResource(groupVersion.group(), plural);
    }

    public String apiVersion() {
        return groupVersion.toString();
    }
}
