package dev.allmende.devcloud.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.world.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ports of servers: what Nova does in Neutron. */
public final class ServerPorts {
    private final Networks networks;
    private final Groups groups;
    private final Set<String> novas = new HashSet<>();

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

    /**
     * Makes a port in a network and gives it to the server.
     *
     * @param address empty for any
     * @param wanted names or ids of security groups; the default group when there are none
     */
    public ObjectNode attach(String network, String server, String project, String address, List<String> wanted) {
        ObjectNode port = networks.rows.port("", network, project);
        ObjectNode place = address.isEmpty() ? Json.object() : Json.object().put("ip_address", address);
        networks.address(network, place)
                .ifPresent(ip -> port.withArray("fixed_ips").add(ip));
        List<String> ids = wanted.isEmpty()
                ? List.of(groups.defaultOf(project))
                : wanted.stream().map(group -> group(group, project)).toList();
        ids.forEach(port.withArray("security_groups")::add);
        novas.add(port.path("id").asText());
        give(networks.ports.add(port), server);
        return port;
    }

    private String group(String wanted, String project) {
        return networks.groups.where("project_id", project).stream()
                .filter(group -> group.path("id").asText().equals(wanted)
                        || group.path("name").asText().equals(wanted))
                .findFirst()
                .map(group -> group.path("id").asText())
                .orElseThrow(
                        () -> Refused.badRequest("Unable to find security_group with name or id '" + wanted + "'"));
    }

    /** A subnet of the project, or a shared one. */
    public Optional<ObjectNode> subnet(String id, String project) {
        return networks.subnets
                .find(id)
                .filter(s -> network(s.path("network_id").asText(), project).isPresent());
    }

    /** The port in which a load balancer listens: Octavia makes it in the tenant's name. */
    public ObjectNode listen(String network, String subnet, String address, String owner, String project) {
        ObjectNode port = networks.rows.port("octavia-lb-" + owner, network, project);
        port.put("device_id", "lb-" + owner).put("device_owner", "Octavia");
        ObjectNode wanted = Json.object();
        if (!subnet.isEmpty()) {
            wanted.put("subnet_id", subnet);
        }
        if (!address.isEmpty()) {
            wanted.put("ip_address", address);
        }
        networks.address(network, wanted)
                .ifPresent(ip -> port.withArray("fixed_ips").add(ip));
        return networks.ports.add(port);
    }

    /** Whether Octavia made the port itself; it leaves others alone. */
    public boolean isOctavias(String port) {
        return networks.ports
                .find(port)
                .filter(p -> p.path("name").asText().startsWith("octavia-lb-"))
                .isPresent();
    }

    public void remove(String port) {
        networks.removePort(port);
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

    /** Names of the groups of a server's ports, each group of each port. */
    public List<String> groupNames(String server) {
        return of(server).stream()
                .flatMap(port -> port.path("security_groups").valueStream())
                .map(id -> networks.groups
                        .find(id.asText())
                        .map(group -> group.path("name").asText())
                        .orElse(""))
                .toList();
    }

    public String networkName(ObjectNode port) {
        return networks.networks
                .find(port.path("network_id").asText())
                .map(n -> n.path("name").asText())
                .orElse("");
    }

    /** Ports that Nova made go with the server; those that were there before stay, and are free. */
    public void release(String server) {
        of(server).forEach(this::takeOff);
    }

    /** Takes a port from its server; one that Nova made is removed. */
    public void takeOff(ObjectNode port) {
        if (novas.contains(port.path("id").asText())) {
            networks.removePort(port.path("id").asText());
        } else {
            free(port);
        }
    }

    /** Takes a port from its server. */
    public void free(ObjectNode port) {
        networks.ports.update(
                port.path("id").asText(),
                p -> p.put("device_id", "").put("device_owner", "").put("status", "DOWN"));
    }
}
