package dev.allmende.openstack.compute;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A port on a server. */
public record Plug(String portId, String networkId, String mac, List<String> addresses) {

    static Plug of(JsonNode json) {
        return new Plug(
                json.path("port_id").asText(),
                json.path("net_id").asText(),
                json.path("mac_addr").asText(),
                json.path("fixed_ips").findValuesAsText("ip_address"));
    }
}
