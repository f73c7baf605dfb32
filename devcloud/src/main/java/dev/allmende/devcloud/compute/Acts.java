package dev.allmende.devcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.fault.Fault;
import dev.allmende.devcloud.fault.Faults;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.image.ImageService;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.World;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What can be done to a server that runs or rests: power, resize, rebuild, lock. Each takes a while, shows itself in the task
 * state, and is refused while another goes on (nova/compute/api.py, check_instance_state).
 */
final class Acts {
    private static final String TASK = "OS-EXT-STS:task_state";
    private static final String VM = "OS-EXT-STS:vm_state";
    private static final String POWER = "OS-EXT-STS:power_state";
    static final String OLD_FLAVOR = "_old_flavor";
    static final String WAS_OFF = "_was_off";

    private final Servers servers;
    private final Flavors flavors;
    private final ImageService images;
    private final World world;
    private final Faults faults;
    private final Duration time;

    Acts(Servers servers, Flavors flavors, ImageService images, World world, Faults faults, Duration time) {
        this.servers = servers;
        this.flavors = flavors;
        this.images = images;
        this.world = world;
        this.faults = faults;
        this.time = time;
    }

    Answer act(Request request, ObjectNode server, String action, JsonNode with) {
        return switch (action) {
            case "os-start" -> begin(server, "start", Set.of("stopped"), "powering-on", Acts::running);
            case "os-stop" -> begin(server, "stop", Set.of("active", "error"), "powering-off", Acts::resting);
            case "reboot" -> reboot(server, with);
            case "resize" -> resize(server, with.path("flavorRef").asText());
            case "confirmResize" -> confirm(server);
            case "revertResize" ->
                begin(server, "revertResize", Set.of("resized"), "resize_reverting", row -> {
                    row.set("flavor_id", row.path(OLD_FLAVOR));
                    back(row);
                });
            case "rebuild" -> rebuild(request, server, with.path("imageRef").asText());
            case "lock" -> lock(server, true, with.path("locked_reason"));
            case "unlock" -> lock(server, false, with);
            case "forceDelete" ->
                throw Refused.forbidden(
                        "Policy doesn't allow os_compute_api:os-deferred-delete:force to be performed.");
            default -> throw Refused.badRequest("There is no such action: " + action);
        };
    }

    private static void running(ObjectNode row) {
        row.put("status", "ACTIVE")
                .put(VM, "active")
                .put(POWER, 1)
                .putNull(TASK)
                .remove("fault");
    }

    /** After a resize a server is on or off as it was before. */
    private static void back(ObjectNode row) {
        if (row.path(WAS_OFF).asBoolean()) {
            resting(row);
        } else {
            running(row);
        }
        row.remove(WAS_OFF);
    }

    private static void resting(ObjectNode row) {
        row.put("status", "SHUTOFF").put(VM, "stopped").put(POWER, 4).putNull(TASK);
    }

    /** Refuses an act that does not fit the state. */
    static void fits(ObjectNode server, String act, Set<String> states) {
        String id = server.path("id").asText();
        if (server.path("_locked").asBoolean()) {
            throw Refused.conflict("Instance " + id + " is locked");
        }
        String state = server.path(VM).asText();
        if (!states.contains(state)) {
            throw Refused.conflict("Cannot '" + act + "' instance " + id + " while it is in vm_state " + state);
        }
        if (server.hasNonNull(TASK)) {
            throw Refused.conflict("Cannot '" + act + "' instance " + id + " while it is in task_state "
                    + server.path(TASK).asText());
        }
    }

    private Answer begin(ObjectNode server, String act, Set<String> states, String task, Consumer<ObjectNode> end) {
        fits(server, act, states);
        later(server, task, end);
        return Answer.empty(202);
    }

    /** The end comes after a while: not at all for what is stuck, as an error for what is broken. */
    private void later(ObjectNode server, String task, Consumer<ObjectNode> end) {
        String id = server.path("id").asText();
        servers.table.update(id, row -> row.put(TASK, task).put("updated", world.seconds()));
        var fate = faults.fate("compute", server.path("name").asText());
        if (fate.filter(Fault.Stuck.class::isInstance).isPresent()) {
            return;
        }
        boolean broken = fate.isPresent();
        world.timeline().after(time, () -> {
            if (broken) {
                servers.fail(id);
            } else {
                servers.table.update(id, row -> {
                    end.accept(row);
                    row.put("updated", world.seconds());
                });
            }
        });
    }

    private Answer reboot(ObjectNode server, JsonNode with) {
        String type = with.path("type").asText();
        if (!Set.of("SOFT", "HARD").contains(type)) {
            throw Refused.badRequest("Invalid input for field/attribute type. Value: " + type + ". '" + type
                    + "' is not one of ['HARD', 'Hard', 'hard', 'SOFT', 'Soft', 'soft']");
        }
        boolean hard = type.equals("HARD");
        Set<String> states = hard ? Set.of("active", "stopped", "error") : Set.of("active");
        return begin(server, "reboot", states, hard ? "rebooting_hard" : "rebooting", Acts::running);
    }

    private Answer resize(ObjectNode server, String flavor) {
        if (flavors.find(flavor).isEmpty()) {
            throw Refused.badRequest("Flavor " + flavor + " could not be found.");
        }
        fits(server, "resize", Set.of("active", "stopped"));
        if (server.path("flavor_id").asText().equals(flavor)) {
            throw Refused.badRequest("When resizing, instances must change flavor!");
        }
        later(server, "resize_prep", row -> {
            row.set(OLD_FLAVOR, row.path("flavor_id"));
            row.put(WAS_OFF, row.path(POWER).asInt() != 1);
            row.put("flavor_id", flavor)
                    .put("status", "VERIFY_RESIZE")
                    .put(VM, "resized")
                    .putNull(TASK);
        });
        servers.table.update(server.path("id").asText(), row -> row.put("status", "RESIZE"));
        return Answer.empty(202);
    }

    private Answer confirm(ObjectNode server) {
        begin(server, "confirmResize", Set.of("resized"), "resize_confirming", row -> {
            row.remove(OLD_FLAVOR);
            back(row);
        });
        return Answer.empty(204);
    }

    private Answer rebuild(Request request, ObjectNode server, String image) {
        if (images.find(image).isEmpty()) {
            throw Refused.badRequest("Cannot find image for rebuild");
        }
        fits(server, "rebuild", Set.of("active", "stopped", "error"));
        String id = server.path("id").asText();
        later(server, "rebuilding", row -> {
            row.remove("fault");
            running(row);
        });
        servers.table.update(id, row -> row.put("status", "REBUILD").put("image_id", image));
        ObjectNode shown = servers.shown(request, servers.table.find(id).orElse(server));
        shown.put("adminPass", id.substring(24));
        if (ComputeManners.version(request).atLeast(54)) {
            shown.set("key_name", server.path("key_name"));
        }
        if (ComputeManners.version(request).atLeast(57)) {
            shown.putNull("user_data");
        }
        return Answer.json(202, Json.object().set("server", shown))
                .with("Location", request.base() + "/v2.1/servers/" + id);
    }

    private Answer lock(ObjectNode server, boolean locked, JsonNode reason) {
        servers.table.update(server.path("id").asText(), row -> {
            row.put("_locked", locked);
            row.set("_locked_reason", locked && reason.isTextual() ? reason : row.nullNode());
        });
        return Answer.empty(202);
    }
}
