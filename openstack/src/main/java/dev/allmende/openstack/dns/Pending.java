package dev.allmende.openstack.dns;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.State;

/** Designate's status and action: a thing is PENDING for an action until the name servers follow. */
final class Pending {

    private Pending() {}

    static State state(JsonNode json) {
        var status = json.path("status").asText("");
        var action = json.path("action").asText("");
        if (status.equals("ERROR")) {
            return new State.Broken(status, "the name servers did not follow the " + action);
        }
        return action.equals("DELETE") ? new State.Leaving(status) : State.of(status, "");
    }
}
