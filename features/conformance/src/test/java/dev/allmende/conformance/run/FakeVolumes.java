package dev.allmende.conformance.run;

import dev.allmende.openstack.Answer;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.ServiceType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * A block storage service in memory: volumes and snapshots of them; a volume with a snapshot cannot be deleted, and
 * deleting takes two looks. Dies at requests a test chooses: the connection breaks before or after the request works.
 */
final class FakeVolumes implements FakeCloud.Answers {

    final Map<String, Map<String, String>> resources = new LinkedHashMap<>();
    private final Map<String, Integer> leaving = new LinkedHashMap<>();
    private IntPredicate dead = request -> false;
    private int requests;
    private int last;

    /** From now on, requests whose number fits break off after they have worked. */
    void dieAt(IntPredicate number) {
        dead = number;
        requests = 0;
    }

    int requests() {
        return requests;
    }

    @Override
    public synchronized Answer answer(ServiceType service, Call call) {
        var answer = decide(call);
        if (dead.test(++requests)) {
            throw new dev.allmende.openstack.OpenStackException(
                    dev.allmende.openstack.OpenStackException.Kind.CONNECTION, "connection lost");
        }
        return answer;
    }

    private Answer decide(Call call) {
        var parts = call.path().split("/");
        var collection = parts[1];
        if (call.method().equals("POST")) {
            return create(collection, new String(call.body(), StandardCharsets.UTF_8));
        }
        if (parts.length == 2 || parts[2].equals("detail")) {
            return FakeCloud.json(200, "{\"" + collection + "\":[" + String.join(",", list(collection)) + "]}");
        }
        var id = parts[2];
        var left = leaving.computeIfPresent(id, (same, looks) -> looks - 1);
        if (left != null && left == 0) {
            leaving.remove(id);
            resources.remove(id);
        }
        if (!resources.containsKey(id)) {
            return FakeCloud.json(404, "{}");
        }
        if (call.method().equals("GET")) {
            return FakeCloud.json(200, "{\"" + collection.replaceFirst("s$", "") + "\":" + json(id) + "}");
        }
        boolean used = resources.values().stream().anyMatch(each -> id.equals(each.get("volume_id")));
        if (used) {
            return FakeCloud.json(400, "{\"badRequest\":{\"message\":\"volume has snapshots\"}}");
        }
        leaving.put(id, 2);
        return FakeCloud.json(202, "");
    }

    private Answer create(String collection, String body) {
        var id = "id-" + ++last;
        var resource = new LinkedHashMap<String, String>();
        resource.put("collection", collection);
        resource.put("name", body.replaceFirst(".*\"name\":\"([^\"]*)\".*", "$1"));
        if (body.contains("volume_id")) {
            resource.put("volume_id", body.replaceFirst(".*\"volume_id\":\"([^\"]*)\".*", "$1"));
        }
        resource.put("created_at", "2026-11-24T11:00:00.000000");
        resources.put(id, resource);
        return FakeCloud.json(202, "{\"" + collection.replaceFirst("s$", "") + "\":" + json(id) + "}");
    }

    private java.util.List<String> list(String collection) {
        return resources.entrySet().stream()
                .filter(each -> collection.equals(each.getValue().get("collection")))
                .map(each -> json(each.getKey()))
                .toList();
    }

    private String json(String id) {
        var resource = java.util.Objects.requireNonNull(resources.get(id));
        return "{\"id\":\"" + id + "\",\"status\":\"available\",\"name\":\"" + resource.get("name")
                + "\",\"created_at\":\"" + resource.get("created_at") + "\"}";
    }
}
