package dev.allmende.apiserver.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.discovery.ServedGroup.ServedVersion;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.resource.Verb;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The plain document of one version: meta/v1 APIResourceList. */
final class ResourceList {

    /** In which verbs of custom resources are published; those of built-in kinds are sorted. */
    private static final List<Verb> CUSTOM_ORDER = List.of(
            Verb.DELETE, Verb.DELETECOLLECTION, Verb.GET, Verb.LIST, Verb.PATCH, Verb.CREATE, Verb.UPDATE, Verb.WATCH);

    private static final int HASH_BYTES = 8;

    private ResourceList() {}

    /** @param group that the version is of, so that the version in which objects are stored is known */
    static ObjectNode of(ServedVersion version, ServedGroup group) {
        var list = Json.object().put("kind", "APIResourceList");
        if (!group.name().isEmpty()) {
            list.put("apiVersion", "v1");
        }
        list.put("groupVersion", version.groupVersion().toString());
        var resources = list.putArray("resources");
        for (var kind : version.kinds()) {
            writeKind(kind, group, resources.addObject());
            for (var subresource : Subresource.of(kind)) {
                writeSubresource(subresource, kind, resources.addObject());
            }
        }
        return list;
    }

    private static void writeKind(ServedKind kind, ServedGroup group, ObjectNode json) {
        json.put("name", kind.plural())
                .put("singularName", kind.singular())
                .put("namespaced", kind.namespaced())
                .put("kind", kind.kind());
        addAll(json.putArray("verbs"), verbs(kind));
        writeNames(kind, json);
        if (kind.verbs().contains(Verb.LIST)) {
            json.put("storageVersionHash", storageVersionHash(kind, group));
        }
    }

    private static void writeSubresource(Subresource subresource, ServedKind kind, ObjectNode json) {
        json.put("name", kind.plural() + "/" + subresource.name())
                .put("singularName", "")
                .put("namespaced", kind.namespaced());
        if (subresource.foreignTo(kind)) {
            json.put("group", subresource.groupVersion().group())
                    .put("version", subresource.groupVersion().version());
        }
        json.put("kind", subresource.kind());
        addAll(json.putArray("verbs"), subresource.verbs().stream());
    }

    static void writeNames(ServedKind kind, ObjectNode json) {
        if (!kind.shortNames().isEmpty()) {
            addAll(json.putArray("shortNames"), kind.shortNames().stream());
        }
        if (!kind.categories().isEmpty()) {
            addAll(json.putArray("categories"), kind.categories().stream());
        }
    }

    static Stream<String> verbs(ServedKind kind) {
        Comparator<Verb> order =
                kind.builtIn() ? Comparator.naturalOrder() : Comparator.comparingInt(CUSTOM_ORDER::indexOf);
        return kind.verbs().stream().sorted(order).map(Verb::word);
    }

    static void addAll(ArrayNode array, Stream<String> texts) {
        texts.forEach(array::add);
    }

    /**
     * Tells clients when objects are stored in another version: SHA-256 of group, version and kind, the first 8 bytes in
     * base64 (apiserver, discovery/storageversionhash.go).
     */
    private static String storageVersionHash(ServedKind kind, ServedGroup group) {
        try {
            var stored = storedAs(kind, group).getBytes(StandardCharsets.UTF_8);
            var hash = MessageDigest.getInstance("SHA-256").digest(stored);
            return Base64.getEncoder().encodeToString(Arrays.copyOf(hash, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has no SHA-256", e);
        }
    }

    /** We take the best version for the stored one; two built-in kinds are stored under other names by kube-apiserver. */
    private static String storedAs(ServedKind kind, ServedGroup group) {
        return switch (kind.builtIn() ? group.name() : "") {
            case "events.k8s.io" -> "/v1/Event";
            case "apiextensions.k8s.io" -> "apiextensions.k8s.io/v1beta1/CustomResourceDefinition";
            default -> {
                var best = group.versions().stream()
                        .filter(version -> version.kinds().stream()
                                .anyMatch(other -> other.plural().equals(kind.plural())))
                        .findFirst()
                        .orElseThrow();
                yield group.name() + "/" + best.groupVersion().version() + "/" + kind.kind();
            }
        };
    }
}
