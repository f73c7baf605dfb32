package dev.allmende.devcloud.loadbalancer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.fault.Fault;
import dev.allmende.devcloud.fault.Faults;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.Table;
import dev.allmende.devcloud.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Load balancers and their parts. A row names its load balancer and the thing it hangs on in fields that nobody is shown.
 * Each write makes the whole load balancer PENDING for a while; until it is through every other write is refused.
 */
final class Tree {
    static final String ROOT = "_root";
    static final String PARENT = "_parent";
    private static final List<String> HIDDEN = List.of(ROOT, PARENT);

    final Table balancers = new Table();
    final Map<Part, Table> parts = new EnumMap<>(Part.class);
    final World world;
    private final Faults faults;
    private final Duration time;

    Tree(World world, Faults faults, Duration time) {
        this.world = world;
        this.faults = faults;
        this.time = time;
        for (Part part : Part.values()) {
            parts.put(part, new Table());
        }
    }

    Table table(Part part) {
        return parts.getOrDefault(part, balancers);
    }

    ObjectNode balancer(Request request, String id) {
        return own(balancers.find(id), request, "Load Balancer", id);
    }

    ObjectNode need(Request request, Part part, String id) {
        return own(table(part).find(id), request, part.word, id);
    }

    private static ObjectNode own(Optional<ObjectNode> row, Request request, String word, String id) {
        return row.filter(r ->
                        r.path("project_id").asText().equals(request.caller().project())
                                || request.caller().isAdmin())
                .orElseThrow(() -> Refused.notFound(word + " " + id + " not found."));
    }

    /** A new part, PENDING_CREATE, which becomes ACTIVE with its load balancer. */
    ObjectNode grow(Part part, ObjectNode wanted, String project, String root, String parent) {
        ObjectNode row = part.empty();
        wanted.properties().forEach(field -> {
            if (row.has(field.getKey())) {
                row.set(field.getKey(), field.getValue());
            }
        });
        stamp(row, project).put(ROOT, root).put(PARENT, parent);
        table(part).add(row);
        String id = row.path("id").asText();
        if (part == Part.POLICY) {
            line(row);
        }
        settle(root, "PENDING_UPDATE", () -> finish(table(part), id));
        return row;
    }

    ObjectNode stamp(ObjectNode row, String project) {
        String now = now();
        row.put("id", world.ids().uuid()).put("provisioning_status", "PENDING_CREATE");
        row.put("created_at", now).putNull("updated_at");
        return row.put("project_id", project).put("tenant_id", project);
    }

    String now() {
        return world.seconds().replace("Z", "");
    }

    private void finish(Table table, String id) {
        table.update(id, row -> {
            row.put("provisioning_status", "ACTIVE").put("updated_at", now());
            if (row.path("operating_status").asText().equals("OFFLINE")) {
                row.put("operating_status", "ONLINE");
            }
        });
    }

    void change(Part part, ObjectNode row, ObjectNode wanted) {
        String id = row.path("id").asText();
        Table table = table(part);
        table.update(id, r -> {
            r.setAll(wanted);
            r.put("provisioning_status", "PENDING_UPDATE").put("updated_at", now());
        });
        if (part == Part.POLICY && wanted.has("position")) {
            table.find(id).ifPresent(this::line);
        }
        settle(row.path(ROOT).asText(), "PENDING_UPDATE", () -> finish(table, id));
    }

    /** Policies stand in line: one that comes to a place moves those behind it back (octavia/db/repositories.py, Zed). */
    private void line(ObjectNode row) {
        String id = row.path("id").asText();
        List<ObjectNode> line = new ArrayList<>(
                table(Part.POLICY).where(PARENT, row.path(PARENT).asText()).stream()
                        .filter(other -> !other.path("id").asText().equals(id))
                        .sorted(Comparator.comparingInt(
                                other -> other.path("position").asInt()))
                        .toList());
        line.add(Math.clamp(row.path("position").asInt() - 1L, 0, line.size()), row);
        for (int i = 0; i < line.size(); i++) {
            int position = i + 1;
            table(Part.POLICY).update(line.get(i).path("id").asText(), r -> r.put("position", position));
        }
    }

    /** Takes a part away, with everything that hangs on it but pools, which other listeners may use. */
    void cut(Part part, ObjectNode row) {
        String id = row.path("id").asText();
        table(part).update(id, r -> r.put("provisioning_status", "PENDING_DELETE"));
        settle(row.path(ROOT).asText(), "PENDING_UPDATE", () -> remove(part, id));
    }

    void remove(Part part, String id) {
        Optional<ObjectNode> policy = part == Part.POLICY ? table(part).find(id) : Optional.empty();
        table(part).remove(id);
        policy.flatMap(gone -> table(Part.POLICY)
                        .where(PARENT, gone.path(PARENT).asText())
                        .stream()
                        .findFirst())
                .ifPresent(this::line);
        for (Part child : Part.values()) {
            if (child != Part.POOL) {
                table(child)
                        .where(PARENT, id)
                        .forEach(r -> remove(child, r.path("id").asText()));
            }
        }
        if (part == Part.POOL) {
            table(Part.LISTENER)
                    .where("default_pool_id", id)
                    .forEach(
                            l -> table(Part.LISTENER).update(l.path("id").asText(), r -> r.putNull("default_pool_id")));
        }
    }

    /** Makes the load balancer busy; after a while the end happens and it is ACTIVE again, unless a fault has other plans. */
    void settle(String root, String pending, Runnable end) {
        balancers.update(root, row -> row.put("provisioning_status", pending).put("updated_at", now()));
        Optional<Fault> fate = balancers
                .find(root)
                .flatMap(row -> faults.fate("load-balancer", row.path("name").asText()));
        if (fate.filter(Fault.Stuck.class::isInstance).isPresent()) {
            return;
        }
        boolean broken = fate.isPresent();
        world.timeline().after(time, () -> {
            if (broken) {
                balancers.update(root, row -> row.put("provisioning_status", "ERROR"));
            } else {
                end.run();
                finish(balancers, root);
            }
        });
    }

    void idle(String root, String word, String id) {
        String status = balancers
                .find(root)
                .map(row -> row.path("provisioning_status").asText())
                .orElse("");
        if (status.startsWith("PENDING")) {
            throw Refused.conflict(word + " " + id + " is immutable and cannot be updated.");
        }
    }

    private ArrayNode ids(Part part, String field, String value) {
        ArrayNode ids = Json.array();
        table(part).where(field, value).forEach(row -> ids.add(Json.object().set("id", row.path("id"))));
        return ids;
    }

    ObjectNode shownBalancer(ObjectNode row) {
        String id = row.path("id").asText();
        ObjectNode shown = row.deepCopy();
        shown.set("listeners", ids(Part.LISTENER, ROOT, id));
        shown.set("pools", ids(Part.POOL, ROOT, id));
        return shown;
    }

    ObjectNode shown(Part part, ObjectNode row) {
        String id = row.path("id").asText();
        ObjectNode shown = row.deepCopy();
        ArrayNode root = Json.array().add(Json.object().set("id", row.path(ROOT)));
        switch (part) {
            case LISTENER -> {
                shown.set("loadbalancers", root);
                shown.set("l7policies", ids(Part.POLICY, PARENT, id));
            }
            case POOL -> {
                shown.set("loadbalancers", root);
                shown.set("listeners", ids(Part.LISTENER, "default_pool_id", id));
                shown.set("members", ids(Part.MEMBER, PARENT, id));
                List<ObjectNode> monitors = table(Part.MONITOR).where(PARENT, id);
                if (!monitors.isEmpty()) {
                    shown.set("healthmonitor_id", monitors.getFirst().path("id"));
                }
                if (row.path("session_persistence").isObject()) {
                    ObjectNode persistence = Part.parse(
                            "{\"cookie_name\":null,\"persistence_timeout\":null,\"persistence_granularity\":null}");
                    shown.set("session_persistence", persistence.setAll((ObjectNode) row.path("session_persistence")));
                }
            }
            case MONITOR -> shown.set("pools", Json.array().add(Json.object().set("id", row.path(PARENT))));
            case POLICY -> shown.set("rules", ids(Part.RULE, PARENT, id));
            case MEMBER, RULE -> {}
        }
        return shown.without(HIDDEN);
    }

    /** The tree of states that GET .../status shows. */
    ObjectNode statuses(ObjectNode balancer) {
        ObjectNode top = state(balancer, "id", "name", "operating_status", "provisioning_status");
        ArrayNode listeners = top.putArray("listeners");
        for (ObjectNode listener :
                table(Part.LISTENER).where(ROOT, balancer.path("id").asText())) {
            ObjectNode shown = state(listener, "id", "name", "operating_status", "provisioning_status");
            ArrayNode pools = shown.putArray("pools");
            Set<String> ids = new LinkedHashSet<>();
            ids.add(listener.path("default_pool_id").asText());
            table(Part.POLICY)
                    .where(PARENT, listener.path("id").asText())
                    .forEach(policy -> ids.add(policy.path("redirect_pool_id").asText()));
            ids.forEach(id -> table(Part.POOL).find(id).ifPresent(pool -> pools.add(pool(pool))));
            listeners.add(shown);
        }
        return top;
    }

    private ObjectNode pool(ObjectNode pool) {
        String id = pool.path("id").asText();
        ObjectNode shown = state(pool, "id", "name", "provisioning_status", "operating_status");
        for (ObjectNode monitor : table(Part.MONITOR).where(PARENT, id)) {
            shown.set(
                    "health_monitor", state(monitor, "id", "name", "type", "provisioning_status", "operating_status"));
        }
        ArrayNode members = shown.putArray("members");
        for (ObjectNode member : table(Part.MEMBER).where(PARENT, id)) {
            members.add(
                    state(member, "id", "name", "operating_status", "provisioning_status", "address", "protocol_port"));
        }
        return shown;
    }

    private static ObjectNode state(ObjectNode row, String... fields) {
        ObjectNode shown = Json.object();
        for (String field : fields) {
            JsonNode value = row.path(field);
            if (!value.isMissingNode()) {
                shown.set(field, value);
            }
        }
        return shown;
    }
}
