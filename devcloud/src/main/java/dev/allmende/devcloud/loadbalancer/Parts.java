package dev.allmende.devcloud.loadbalancer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.world.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Listeners, pools, members, health monitors, policies and rules, each on its own path. */
final class Parts {
    private static final Set<String> PROTOCOLS =
            Set.of("TERMINATED_HTTPS", "HTTPS", "PROMETHEUS", "UDP", "TCP", "SCTP", "HTTP");

    private final Tree tree;

    Parts(Tree tree) {
        this.tree = tree;
    }

    void routes(Routes routes, String base) {
        for (Part part : List.of(Part.LISTENER, Part.POOL, Part.MONITOR, Part.POLICY)) {
            String path = base + part.many;
            routes.on("GET", path, r -> list(r, part, tree.table(part).all()))
                    .on("POST", path, r -> create(r, part))
                    .on("GET", path + "/{id}", r -> show(r, part))
                    .on("PUT", path + "/{id}", r -> update(r, part))
                    .on("DELETE", path + "/{id}", r -> delete(r, part));
        }
        inside(routes, base + "pools/{parent}/members", Part.POOL, Part.MEMBER);
        inside(routes, base + "l7policies/{parent}/rules", Part.POLICY, Part.RULE);
        routes.on("PUT", base + "pools/{parent}/members", this::replace);
    }

    private void inside(Routes routes, String path, Part outer, Part part) {
        routes.on("GET", path, r -> {
                    tree.need(r, outer, r.part("parent"));
                    return list(r, part, tree.table(part).where(Tree.PARENT, r.part("parent")));
                })
                .on("POST", path, r -> hang(r, part, tree.need(r, outer, r.part("parent")), outer))
                .on("GET", path + "/{id}", r -> show(r, part))
                .on("PUT", path + "/{id}", r -> update(r, part))
                .on("DELETE", path + "/{id}", r -> delete(r, part));
    }

    private Answer list(Request request, Part part, List<ObjectNode> rows) {
        return LoadBalancer.list(
                request,
                part.many,
                rows.stream().map(row -> tree.shown(part, row)).toList());
    }

    private Answer show(Request request, Part part) {
        return one(200, part, tree.need(request, part, request.part("id")));
    }

    private Answer one(int status, Part part, ObjectNode row) {
        return Answer.json(status, Json.object().set(part.one, tree.shown(part, row)));
    }

    private static ObjectNode wanted(Request request, Part part) {
        ObjectNode wanted = request.wrapped(part.one, "Invalid JSON")
                .orElseThrow(() -> Refused.badRequest("Invalid input for field/attribute " + part.one + "."));
        for (String field : part.required) {
            if (!wanted.hasNonNull(field)) {
                throw missing(field);
            }
        }
        JsonNode protocol = wanted.path("protocol");
        if (protocol.isTextual() && !PROTOCOLS.contains(protocol.asText())) {
            throw Refused.badRequest("Invalid input for field/attribute protocol. Value: '" + protocol.asText()
                    + "'. Value should be one of: " + String.join(", ", PROTOCOLS));
        }
        return wanted;
    }

    private static Refused missing(String field) {
        return Refused.badRequest(
                "Invalid input for field/attribute " + field + ". Value: 'None'. Mandatory field missing.");
    }

    private Answer create(Request request, Part part) {
        ObjectNode wanted = wanted(request, part);
        return switch (part) {
            case LISTENER -> listener(request, wanted);
            case POOL -> pool(request, wanted);
            case MONITOR -> hang(request, part, tree.need(request, Part.POOL, text(wanted, "pool_id")), Part.POOL);
            case POLICY ->
                hang(request, part, tree.need(request, Part.LISTENER, text(wanted, "listener_id")), Part.LISTENER);
            case MEMBER, RULE -> throw new IllegalStateException(part + " has no path of its own");
        };
    }

    private static String text(ObjectNode wanted, String field) {
        return wanted.path(field).asText();
    }

    private Answer listener(Request request, ObjectNode wanted) {
        if (!wanted.hasNonNull("loadbalancer_id")) {
            throw missing("loadbalancer_id");
        }
        String root = text(wanted, "loadbalancer_id");
        tree.balancer(request, root);
        tree.idle(root, "Load Balancer", root);
        boolean taken = tree.table(Part.LISTENER).where(Tree.ROOT, root).stream()
                .anyMatch(other -> other.path("protocol_port").asInt()
                        == wanted.path("protocol_port").asInt());
        if (taken) {
            throw Refused.conflict("Another Listener on this Load Balancer is already using protocol "
                    + text(wanted, "protocol") + " and protocol_port " + text(wanted, "protocol_port"));
        }
        return one(
                201,
                Part.LISTENER,
                tree.grow(Part.LISTENER, wanted, request.caller().project(), root, root));
    }

    private Answer pool(Request request, ObjectNode wanted) {
        String listener = text(wanted, "listener_id");
        String root = listener.isEmpty()
                ? text(wanted, "loadbalancer_id")
                : text(tree.need(request, Part.LISTENER, listener), Tree.ROOT);
        if (root.isEmpty()) {
            throw Refused.badRequest("Validation failure: Must provide at least one of: loadbalancer_id, listener_id");
        }
        tree.balancer(request, root);
        tree.idle(root, "Load Balancer", root);
        ObjectNode row = tree.grow(Part.POOL, wanted, request.caller().project(), root, root);
        if (!listener.isEmpty()) {
            tree.table(Part.LISTENER).update(listener, l -> l.set("default_pool_id", row.path("id")));
        }
        return one(201, Part.POOL, row);
    }

    /** A part that hangs on another part. */
    private Answer hang(Request request, Part part, ObjectNode parent, Part outer) {
        ObjectNode wanted = wanted(request, part);
        String root = text(parent, Tree.ROOT);
        String id = text(parent, "id");
        tree.idle(root, outer.word, id);
        List<ObjectNode> siblings = tree.table(part).where(Tree.PARENT, id);
        if (part == Part.MONITOR && !siblings.isEmpty()) {
            throw Refused.conflict("This pool already has a health monitor");
        }
        if (part == Part.MEMBER && siblings.stream().anyMatch(other -> same(other, wanted))) {
            throw Refused.conflict("Another member on this pool is already using ip " + text(wanted, "address")
                    + " on protocol_port " + text(wanted, "protocol_port"));
        }
        return one(201, part, tree.grow(part, wanted, request.caller().project(), root, id));
    }

    private static boolean same(ObjectNode one, JsonNode other) {
        return one.path("address").equals(other.path("address"))
                && one.path("protocol_port").asInt()
                        == other.path("protocol_port").asInt();
    }

    private Answer update(Request request, Part part) {
        ObjectNode row = tree.need(request, part, request.part("id"));
        ObjectNode wanted = request.wrapped(part.one, "Invalid JSON").orElseGet(Json::object);
        tree.idle(text(row, Tree.ROOT), part.word, text(row, "id"));
        tree.change(part, row, wanted);
        return one(200, part, tree.need(request, part, request.part("id")));
    }

    private Answer delete(Request request, Part part) {
        ObjectNode row = tree.need(request, part, request.part("id"));
        tree.idle(text(row, Tree.ROOT), part.word, text(row, "id"));
        tree.cut(part, row);
        return Answer.empty(204);
    }

    /** PUT of all members: those with the same address and port change, new ones come, the others go. */
    private Answer replace(Request request) {
        ObjectNode pool = tree.need(request, Part.POOL, request.part("parent"));
        String root = text(pool, Tree.ROOT);
        String id = text(pool, "id");
        tree.idle(root, Part.POOL.word, id);
        List<ObjectNode> left = new ArrayList<>(tree.table(Part.MEMBER).where(Tree.PARENT, id));
        for (JsonNode each : request.json("Invalid JSON").path("members")) {
            ObjectNode wanted = (ObjectNode) each;
            left.stream()
                    .filter(member -> same(member, wanted))
                    .findFirst()
                    .ifPresentOrElse(
                            member -> {
                                left.remove(member);
                                tree.change(Part.MEMBER, member, wanted);
                            },
                            () -> tree.grow(
                                    Part.MEMBER, wanted, request.caller().project(), root, id));
        }
        left.forEach(member -> tree.cut(Part.MEMBER, member));
        return Answer.empty(202);
    }
}
