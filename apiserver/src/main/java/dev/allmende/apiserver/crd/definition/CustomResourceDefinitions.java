package dev.allmende.apiserver.crd.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * CustomResourceDefinition objects (apiextensions.k8s.io/v1): defaults and validation, as apiextensions-apiserver 1.35 has
 * them. A write fills in the defaults, {@linkplain #rememberStorageVersion remembers the storage version}, then validates.
 */
public final class CustomResourceDefinitions {

    private CustomResourceDefinitions() {}

    /** Sets what the specification leaves out: singular name, kind of lists, conversion. In place. */
    public static void fillDefaults(ObjectNode crd) {
        if (!(crd.get("spec") instanceof ObjectNode spec)) {
            return;
        }
        if (spec.get("names") instanceof ObjectNode names) {
            var kind = Json.string(names, "kind");
            if (!kind.isEmpty()) {
                setUnlessSet(names, "singular", kind.toLowerCase(Locale.ROOT));
                setUnlessSet(names, "listKind", kind + "List");
            }
        }
        if (!(spec.get("conversion") instanceof ObjectNode)) {
            spec.putObject("conversion").put("strategy", "None");
        }
    }

    private static void setUnlessSet(ObjectNode object, String field, String value) {
        if (Json.string(object, field).isEmpty()) {
            object.put(field, value);
        }
    }

    /**
     * Adds the storage version to {@code status.storedVersions}, where it stays until an administrator takes it away after
     * a migration. In place.
     */
    public static void rememberStorageVersion(ObjectNode crd) {
        var status = crd.get("status") instanceof ObjectNode present ? present : crd.putObject("status");
        var stored =
                status.get("storedVersions") instanceof ArrayNode present ? present : status.putArray("storedVersions");
        crd.path("spec")
                .path("versions")
                .valueStream()
                .filter(version -> version.path("storage").asBoolean())
                .findFirst()
                .map(version -> Json.string(version, "name"))
                .filter(name ->
                        stored.valueStream().noneMatch(known -> known.asText().equals(name)))
                .ifPresent(stored::add);
    }

    /**
     * What is wrong with a definition whose defaults are set; its metadata is not looked at beyond the name.
     *
     * @param old on an update, null on create
     */
    public static List<FieldError> validate(ObjectNode crd, @Nullable ObjectNode old) {
        var errors = new ArrayList<FieldError>();
        if (old == null) {
            NamesCheck.checkName(crd, errors);
        }
        new SpecCheck(errors).check(crd.path("spec"), old == null ? null : old.path("spec"), isEstablished(old));
        VersionsCheck.checkStored(crd, errors);
        return errors;
    }

    private static boolean isEstablished(@Nullable ObjectNode crd) {
        return crd != null
                && crd.path("status")
                        .path("conditions")
                        .valueStream()
                        .anyMatch(condition -> Json.string(condition, "type").equals("Established")
                                && Json.string(condition, "status").equals("True"));
    }
}
