package dev.allmende.devcloud.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.world.Json;
import java.util.List;
import java.util.Optional;

/** The ports of servers: what Nova does in Neutron. */
public final class ServerPorts {
    private final Networks networks;
    private final Groups groups;

    ServerPorts(Networks networks, Groups groups) {
        this.networks = networks;
        this.groups = groups;
    }

    /** The network if the project may use it. */
    public Optional<ObjectNode> network(String id, String project) {
        return networks.networks
                .find(id)
                .filter(n ->
                        Networks.project(n).equals(project) || n.path("shared").asBoolean());
    }

    /** The project's own networks with a subnet, among which Nova chooses when a server names none. */
    public List<ObjectNode> usable(String project) {
        return networks.networks.where(
                n -> Networks.project(n).equals(project) && !n.path("subnets").isEmpty());
    }

    public Optional<ObjectNode> port(String id, String project) {
        return networks.ports.find(id).filter(p -> Networks.project(p).equals(project));
    }

    /** Makes a port in a network and gives it to the server. */
    public void attach(String network, String server, String project) {
        ObjectNode port = networks.rows.port("", network, project);
        networks.address(network, Json.object())
                .ifPresent(ip -> port.withArray("fixed_ips").add(ip));
        port.withArray("security_groups").add(groups.defaultOf(project));
        give(networks.ports.add(port), server);
    }

    public void give(ObjectNode port, String server) {
        networks.ports.update(
                port.path("id").asText(),
                p -> p.put("device_id", server)
                        .put("device_owner", "compute:nova")
                        .put("status", "ACTIVE"));
    }

    public List<ObjectNode> of(String server) {
        return networks.ports.where("device_id", server);
    }

    public String networkName(ObjectNode port) {
        return networks.networks
                .find(port.path("network_id").asText())
                .map(n -> n.path("name").asText())
                .orElse("");
    }

    public void release(String server) {
        of(server).forEach(port -> networks.removePort(port.path("id").asText()));
    }
}
