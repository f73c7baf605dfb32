package dev.allmende.openstack.compute;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An address of a server.
 *
 * @param network name of it
 * @param type {@code fixed} or {@code floating}
 * @param mac of the port
 */
public record Address(String network, String ip, String type, String mac) {

    /** Of a server's field {@code addresses}. */
    static List<Address> all(JsonNode addresses) {
        return addresses.properties().stream()
                .flatMap(network -> network.getValue().valueStream().map(each -> of(network.getKey(), each)))
                .toList();
    }

    private static Address of(String network, JsonNode json) {
        return new Address(
                network,
                json.path("addr").asText(),
                json.path("OS-EXT-IPS:type").asText(),
                json.path("OS-EXT-IPS-MAC:mac_addr").asText());
    }
}
