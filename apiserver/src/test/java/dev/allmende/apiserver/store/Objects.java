package dev.allmende.apiserver.store;

import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects for tests: small JSON with a text, a label and owners. */
final class Objects {

    static final GroupResource WIDGETS = new GroupResource("example.com", "widgets");
    static final GroupResource GADGETS = new GroupResource("example.com", "gadgets");
    static final GroupResource SECRETS = new GroupResource("", "secrets");
    static final GroupResource LEASES = new GroupResource("coordination.k8s.io", "leases");

    private Objects() {}

    static ObjectKey key(GroupResource resource, String name) {
        return new ObjectKey(resource, "default", name);
    }

    static ObjectKey widget(String name) {
        return key(WIDGETS, name);
    }

    static Change.Body body(String text, String... owners) {
        return rv -> "{\"rv\":%d,\"text\":\"%s\",\"owners\":\"%s\"}"
                .formatted(rv, text, String.join(" ", owners))
                .getBytes(StandardCharsets.UTF_8);
    }

    static Change creating(ObjectKey key, String text, String... owners) {
        return new Change.Put(key, Change.ABSENT, body(text, owners), List.of());
    }

    static Change update(Entry entry, String text, String... owners) {
        return new Change.Put(entry.key(), entry.resourceVersion(), body(text, owners), List.of());
    }

    static Change delete(Entry entry) {
        return new Change.Delete(entry.key(), entry.resourceVersion(), body(text(entry)));
    }

    static String text(Entry entry) {
        return Json.string(Json.readObject(entry.json()), "text");
    }

    /** Reads what {@link #body} wrote. */
    static ObjectIndex index(GroupResource resource, byte[] json) {
        var object = Json.readObject(json);
        var labels = new HashMap<String, String>();
        labels.put("text", Json.string(object, "text"));
        var owners = new ArrayList<String>();
        for (var owner : Json.string(object, "owners").split(" ", -1)) {
            if (!owner.isEmpty()) {
                owners.add(owner);
            }
        }
        return new ObjectIndex("", labels, Map.of(), owners, false);
    }
}
