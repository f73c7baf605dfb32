package dev.allmende.devcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.network.ServerPorts;
import java.util.List;

/** Which networks a new server gets: those it names, or the project's only one. */
record Plugging(ServerPorts ports, String project, List<String> groups) {
    void plug(String server, JsonNode networks) {
        if (networks.isArray()) {
            networks.forEach(wanted -> one(server, wanted));
        } else if (!networks.asText().equals("none")) {
            automatic(server);
        }
    }

    private void one(String server, JsonNode wanted) {
        if (wanted.hasNonNull("port")) {
            String port = wanted.path("port").asText();
            ports.give(
                    ports.port(port, project)
                            .orElseThrow(() -> Refused.badRequest("Port id " + port + " could not be found.")),
                    server);
            return;
        }
        String network = wanted.path("uuid").asText();
        if (ports.network(network, project).isEmpty()) {
            throw Refused.badRequest("Network " + network + " could not be found.");
        }
        if (ports.network(network, project).orElseThrow().path("subnets").isEmpty()) {
            throw Refused.badRequest("Network " + network + " requires a subnet in order to boot instances on.");
        }
        ports.attach(network, server, project, wanted.path("fixed_ip").asText(""), groups);
    }

    private void automatic(String server) {
        List<ObjectNode> usable = ports.usable(project);
        if (usable.size() > 1) {
            throw Refused.conflict("Multiple possible networks found, use a Network ID to be more specific.");
        }
        usable.forEach(network -> ports.attach(network.path("id").asText(), server, project, "", groups));
    }
}
