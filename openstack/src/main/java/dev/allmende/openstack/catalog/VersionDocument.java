package dev.allmende.openstack.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The versions that a service offers: {@code versions}, {@code versions.values} or a lone {@literal version} object. */
public record VersionDocument(List<Version> versions) {

    public VersionDocument {
        versions = List.copyOf(versions);
    }

    /**
     * One version.
     *
     * @param number such as 2.1
     * @param max highest microversion; empty when there are none
     * @param path last part of its own URL, such as {@code v2.1}; the host in that URL is not to be trusted
     */
    public record Version(
            Microversion number,
            boolean usable,
            Optional<Microversion> min,
            Optional<Microversion> max,
            Optional<String> path) {

        /** What to append to the service's root. */
        public Optional<String> segment() {
            return path;
        }
    }

    /** Empty when this is no version document. */
    public static Optional<VersionDocument> read(byte[] body) {
        return Json.tree(body).flatMap(tree -> {
            var found = new ArrayList<Version>();
            add(found, tree.path("version"));
            var versions = tree.path("versions");
            (versions.isObject() ? versions.path("values") : versions).forEach(each -> add(found, each));
            return found.isEmpty() ? Optional.empty() : Optional.of(new VersionDocument(found));
        });
    }

    /** The highest usable version of this major number; 0 means any. */
    public Optional<Version> best(int major) {
        return versions.stream()
                .filter(Version::usable)
                .filter(version -> major == 0 || version.number().major() == major)
                .max(Comparator.comparing(Version::number));
    }

    private static void add(List<Version> found, JsonNode node) {
        var number = Json.text(node, "id").flatMap(Microversion::parse);
        if (number.isEmpty()) {
            return;
        }
        var status = Json.text(node, "status").orElse("CURRENT").toUpperCase(java.util.Locale.ROOT);
        found.add(new Version(
                number.get(),
                switch (status) {
                    case "CURRENT", "SUPPORTED", "STABLE", "DEPRECATED" -> true;
                    default -> false;
                },
                Json.text(node, "min_version").flatMap(Microversion::parse),
                Json.text(node, "max_version")
                        .or(() -> Json.text(node, "version"))
                        .flatMap(Microversion::parse),
                path(node.path("links"))));
    }

    private static Optional<String> path(JsonNode links) {
        for (var link : links) {
            if (link.path("rel").asText("").equals("self")) {
                var version = VersionedUrl.parse(link.path("href").asText(""));
                if (version.version().isPresent()) {
                    return version.version();
                }
            }
        }
        return Optional.empty();
    }
}
