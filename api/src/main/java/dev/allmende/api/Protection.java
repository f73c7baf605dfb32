package dev.allmende.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * What a deletion of an object means, decided from its JSON alone: before anything happens, and by those who know no kinds.
 * What is said here is said once more, in CEL, in {@code deploy/kubernetes/protection.yaml}. Pure.
 */
public final class Protection {

    /** Groups of all kinds end so. */
    private static final String GROUPS = ".allmende.dev/";

    /** Kinds that are protected when nothing is said: what they stand for holds data. */
    public static final Set<String> HOLD_DATA = Set.of("Volume", "VolumeBackup", "DNSZone", "ObjectBucket", "Realm");

    private Protection() {}

    /** What becomes of the thing; empty for objects that stand for none. See {@link Managed#onDelete}. */
    public static Optional<DeletionPolicy> policy(JsonNode object) {
        var spec = object.path("spec");
        boolean isOurs = object.path("apiVersion").asText("").contains(GROUPS);
        if (!isOurs || !spec.has("managementPolicy")) {
            return Optional.empty();
        }
        return Optional.of(
                switch (spec.path("deletionPolicy").asText("")) {
                    case "Delete" -> DeletionPolicy.DELETE;
                    case "Retain" -> DeletionPolicy.RETAIN;
                    case "Protect" -> DeletionPolicy.PROTECT;
                    default -> unsaid(object);
                });
    }

    private static DeletionPolicy unsaid(JsonNode object) {
        if (object.path("spec").has("import")) {
            return DeletionPolicy.RETAIN;
        }
        return HOLD_DATA.contains(object.path("kind").asText("")) ? DeletionPolicy.PROTECT : DeletionPolicy.DELETE;
    }

    /** Why an object must stay, and what to do; empty when it may go. */
    public static Optional<String> refusal(JsonNode object) {
        return policy(object)
                .filter(DeletionPolicy.PROTECT::equals)
                .map(policy -> "protected: set spec.deletionPolicy to Delete or Retain first, then delete it");
    }
}
