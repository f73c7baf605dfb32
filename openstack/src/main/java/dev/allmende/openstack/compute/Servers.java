package dev.allmende.openstack.compute;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.resource.State;

/** What Nova's words for a server mean (nova doc "Virtual Machine States and Transitions", Zed). */
final class Servers {

    private Servers() {}

    static State state(JsonNode server) {
        var status = Json.text(server, "status").orElse("");
        var task = Json.text(server, "OS-EXT-STS:task_state").orElse("");
        if (task.contains("deleting")) {
            return new State.Leaving(status);
        }
        if (status.equals("ERROR")) {
            return new State.Broken(status, server.path("fault").path("message").asText(""));
        }
        return task.isEmpty() ? State.of(status, "") : new State.Busy(status + " (" + task + ")");
    }
}
