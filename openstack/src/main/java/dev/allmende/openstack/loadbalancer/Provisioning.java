package dev.allmende.openstack.loadbalancer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.State;

/** Octavia's provisioning_status: ACTIVE, DELETED, ERROR and PENDING_* (octavia-lib, constants). */
final class Provisioning {

    private Provisioning() {}

    static State state(JsonNode json) {
        var status = json.path("provisioning_status").asText("");
        return status.equals("ERROR")
                ? new State.Broken(status, "the load balancer's provider failed; Octavia does not say why")
                : status.contains("DELETE") ? new State.Leaving(status) : State.of(status, "");
    }
}
