package dev.allmende.apiserver.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.discovery.VersionOrder;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.ServedKind;
import java.util.Optional;

/** What clients of a deprecated version of a custom resource are told with each answer (apiextensions v1). */
final class Deprecation {

    private Deprecation() {}

    /** The definition's own words, or the usual ones, which name the newest version that stays; empty for other versions. */
    static String of(JsonNode definition, ServedKind kind) {
        var own = kind.groupVersion().version();
        for (var version : definition.path("spec").path("versions")) {
            if (Json.string(version, "name").equals(own)
                    && version.path("deprecated").asBoolean(false)) {
                return version.path("deprecationWarning").asText(usual(definition, kind, own));
            }
        }
        return "";
    }

    private static String usual(JsonNode definition, ServedKind kind, String own) {
        var text = kind.apiVersion() + " " + kind.kind() + " is deprecated";
        return newer(definition, own)
                .map(version ->
                        "%s; use %s/%s %s".formatted(text, kind.groupVersion().group(), version, kind.kind()))
                .orElse(text);
    }

    private static Optional<String> newer(JsonNode definition, String own) {
        return definition
                .path("spec")
                .path("versions")
                .valueStream()
                .filter(version -> version.path("served").asBoolean(false))
                .filter(version -> !version.path("deprecated").asBoolean(false))
                .map(version -> Json.string(version, "name"))
                .min(VersionOrder.BEST_FIRST)
                .filter(version -> VersionOrder.BEST_FIRST.compare(version, own) < 0);
    }
}
