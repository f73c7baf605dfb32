package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ServedKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A resource in one version with its rules.
 *
 * @param storage where its objects are stored: another group for a second view of the same objects
 * @param storageVersion apiVersion that objects are stored with
 * @param since resourceVersion from which on objects were written under these rules; older ones may lack defaults
 */
public record ServedResource(
        ServedKind kind,
        Rules rules,
        Trackings trackings,
        GroupResource storage,
        String storageVersion,
        Translation translation,
        long since) {

    /** Between the stored form and the served version. */
    public interface Translation {
        /** Only the apiVersion differs (conversion strategy None). */
        Translation NONE = new Translation() {
            @Override
            public boolean changesFields() {
                return false;
            }
        };

        boolean changesFields();

        default ObjectNode toServed(ObjectNode stored) {
            return stored;
        }

        default ObjectNode toStored(ObjectNode served) {
            return served;
        }
    }

    public GroupResource groupResource() {
        return kind.groupResource();
    }

    public boolean isStorageVersion() {
        return kind.apiVersion().equals(storageVersion);
    }

    /** How the JSON of every stored object of this version begins. */
    byte[] prefix() {
        return prefix(kind.apiVersion());
    }

    static byte[] prefix(String apiVersion) {
        return ("{\"apiVersion\":\"" + apiVersion + "\",").getBytes(StandardCharsets.UTF_8);
    }

    public Optional<ServedKind.ScaleSubresource> scale() {
        return kind.scale();
    }
}
