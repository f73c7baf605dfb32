package dev.allmende.openstack.compute;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A volume on a server.
 *
 * @param device as Nova names it, for example {@code /dev/vdb}; the guest may see another name
 */
public record Attachment(String volumeId, String serverId, String device) {

    static Attachment of(JsonNode json) {
        return new Attachment(
                json.path("volumeId").asText(),
                json.path("serverId").asText(),
                json.path("device").asText(""));
    }
}
