package dev.allmende.openstack.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;

/**
 * An address of a port.
 *
 * @param subnetId empty: any subnet that fits
 * @param address empty: any free one
 */
public record FixedIp(String subnetId, String address) {

    public static FixedIp in(String subnetId) {
        return new FixedIp(subnetId, "");
    }

    static FixedIp of(JsonNode json) {
        return new FixedIp(
                json.path("subnet_id").asText(), json.path("ip_address").asText());
    }

    Fields fields() {
        var fields = subnetId.isEmpty() ? Fields.NONE : Fields.of("subnet_id", subnetId);
        return address.isEmpty() ? fields : fields.with("ip_address", address);
    }
}
