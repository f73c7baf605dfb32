package dev.allmende.e2e.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/** Writes of chance, each also to a model; the API is to say what the model says. */
final class Chances {

    private static final Instant DAY = Instant.parse("2026-11-26T00:00:00Z");
    private static final int HOURS = 24;

    private final StatusApi api;
    private final Contract contract;
    private final Random random;
    private final Model model = new Model();
    private final Map<String, Integer> next = new HashMap<>();

    Chances(StatusApi api, Contract contract, Random random) {
        this.api = api;
        this.contract = contract;
        this.random = random;
    }

    void step() throws IOException, InterruptedException {
        switch (random.nextInt(9)) {
            case 0 -> thing("/components", "reference", model.components);
            case 1 -> thing("/impacttypes", "type", model.types);
            case 2, 3 -> incident("");
            case 4, 5, 6 -> incident(one(model.incidents));
            case 7 -> addUpdate(one(model.incidents));
            default -> changeUpdate(one(model.incidents));
        }
        compare();
    }

    /** Empty when there is none. */
    private String one(Map<String, ObjectNode> of) {
        var ids = List.copyOf(of.keySet());
        return ids.isEmpty() ? "" : ids.get(random.nextInt(ids.size()));
    }

    private boolean seldom() {
        return random.nextInt(4) == 0;
    }

    /** Makes, changes or deletes a component or an impact type. */
    private void thing(String path, String field, Map<String, ObjectNode> all)
            throws IOException, InterruptedException {
        var body = object().put("displayName", word());
        boolean isPart = path.equals("/components");
        if (isPart) {
            body.putObject("labels").put("az", word());
        } else {
            body.put("description", word());
        }
        var id = all.size() < 3 ? "" : one(all);
        if (id.isEmpty()) {
            var made = post(path, body);
            all.put(made, Model.merged(object().put("id", made), body));
        } else if (seldom()) {
            boolean used = model.isUsed(field, id);
            write("DELETE", path + "/" + id, object(), used ? 409 : 204);
            if (!used) {
                all.remove(id);
            }
        } else {
            if (seldom()) {
                body.remove(isPart ? "labels" : "description");
            }
            write("PATCH", path + "/" + id, body, 204);
            all.compute(id, (_, old) -> Model.merged(old == null ? object() : old, body));
        }
    }

    /** @param id of one that is changed or deleted; empty for a new one */
    private void incident(String id) throws IOException, InterruptedException {
        if (!id.isEmpty() && seldom()) {
            write("DELETE", "/incidents/" + id, object(), 204);
            model.incidents.remove(id);
            return;
        }
        var body = incidentBody();
        var old = model.incidents.getOrDefault(id, nothing());
        var merged = Model.merged(old, body);
        if (!Model.isAllowed(merged)) {
            write(id.isEmpty() ? "POST" : "PATCH", "/incidents" + (id.isEmpty() ? "" : "/" + id), body, 400);
        } else if (id.isEmpty()) {
            var made = post("/incidents", body);
            model.incidents.put(made, merged.put("id", made));
            model.updates.put(made, new TreeMap<>());
        } else {
            write("PATCH", "/incidents/" + id, body, 204);
            model.incidents.put(id, merged);
        }
    }

    private static ObjectNode nothing() {
        var nothing = object().put("displayName", "").put("description", "");
        nothing.putNull("beganAt").putNull("endedAt").putArray("affects");
        return nothing;
    }

    private ObjectNode incidentBody() {
        var body = object().put("displayName", word());
        if (!seldom()) {
            body.put("beganAt", time().toString());
        }
        if (seldom()) {
            body.putNull("endedAt");
        } else if (!seldom()) {
            body.put("endedAt", time().plus(Duration.ofHours(6)).toString());
        }
        if (!seldom() && !model.types.isEmpty()) {
            var affects = body.putArray("affects");
            List.copyOf(model.components.keySet()).stream()
                    .filter(part -> !seldom())
                    .forEach(part -> affects.addObject()
                            .put("type", one(model.types))
                            .put("reference", part)
                            .put("severity", seldom() ? 0 : random.nextInt(101)));
        }
        return body;
    }

    private void addUpdate(String incident) throws IOException, InterruptedException {
        if (incident.isEmpty()) {
            return;
        }
        var body = update();
        var answer = api.write("POST", "/incidents/" + incident + "/updates", body.toString());
        contract.allows("POST", "/incidents/" + incident + "/updates", answer);
        int order = answer.json().path("order").asInt(-1);
        assertThat(order).isEqualTo(next.getOrDefault(incident, 0));
        next.put(incident, order + 1);
        updates(incident).put(order, body.put("order", order));
    }

    private void changeUpdate(String incident) throws IOException, InterruptedException {
        if (incident.isEmpty() || updates(incident).isEmpty()) {
            return;
        }
        int order = seldom() ? updates(incident).firstKey() : updates(incident).lastKey();
        var path = "/incidents/" + incident + "/updates/" + order;
        if (random.nextBoolean()) {
            write("DELETE", path, object(), 204);
            updates(incident).remove(order);
        } else {
            var body = update();
            write("PATCH", path, body, 204);
            updates(incident).put(order, body.put("order", order));
        }
    }

    private NavigableMap<Integer, ObjectNode> updates(String incident) {
        return model.updates.computeIfAbsent(incident, _ -> new TreeMap<>());
    }

    private ObjectNode update() {
        return object().put("displayName", word()).put("description", word()).put("createdAt", time().toString());
    }

    private String post(String path, ObjectNode body) throws IOException, InterruptedException {
        var answer = api.write("POST", path, body.toString());
        assertThat(answer.code()).as(answer.text()).isEqualTo(201);
        contract.allows("POST", path, answer);
        return answer.json().path("id").asText();
    }

    private void write(String method, String path, ObjectNode body, int code) throws IOException, InterruptedException {
        var answer = api.write(method, path, method.equals("DELETE") ? "" : body.toString());
        assertThat(answer.code())
                .as("%s %s %s: %s", method, path, body, answer.text())
                .isEqualTo(code);
        contract.allows(method, path, answer);
    }

    private void compare() throws IOException, InterruptedException {
        var at = time();
        var start = time();
        var end = start.plus(Duration.ofHours(random.nextInt(HOURS)));
        same("/components?at=" + at, model.components(at));
        same("/impacttypes", model.types());
        same("/incidents?start=" + start + "&end=" + end, model.incidents(start, end));
        var incident = one(model.incidents);
        if (!incident.isEmpty()) {
            same("/incidents/" + incident + "/updates", model.updates(incident));
        }
    }

    private void same(String path, Iterable<?> expected) throws IOException, InterruptedException {
        var answer = api.get(path);
        contract.allows("GET", path, answer);
        assertThat((Object) answer.json().path("data")).as(path).isEqualTo(expected);
    }

    private String word() {
        return List.of("Disks", "Nets", "Images", "Login", "Z\u00fcge \uD83D\uDE82")
                .get(random.nextInt(5));
    }

    private Instant time() {
        return DAY.plus(Duration.ofHours(random.nextInt(HOURS)));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
