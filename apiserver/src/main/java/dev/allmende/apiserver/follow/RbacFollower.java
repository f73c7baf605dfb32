package dev.allmende.apiserver.follow;

import dev.allmende.apiserver.authz.RbacIndex;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.store.Entry;
import dev.allmende.apiserver.store.StoredEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the index of rights as the stored roles and bindings say. */
public final class RbacFollower implements Listener {

    private static final Map<String, String> KINDS = Map.of(
            "roles", "Role",
            "clusterroles", "ClusterRole",
            "rolebindings", "RoleBinding",
            "clusterrolebindings", "ClusterRoleBinding");

    private final RbacIndex index;
    private final Set<ObjectKey> known = new HashSet<>();

    public RbacFollower(RbacIndex index) {
        this.index = index;
    }

    @Override
    public boolean follows(GroupResource resource) {
        return resource.group().equals("rbac.authorization.k8s.io");
    }

    @Override
    public void state(List<Entry> entries) {
        Set<ObjectKey> gone = new HashSet<>(known);
        entries.forEach(entry -> gone.remove(entry.key()));
        gone.forEach(this::remove);
        entries.forEach(this::put);
    }

    @Override
    public void changed(StoredEvent event) {
        if (event.type() == StoredEvent.Type.DELETED) {
            remove(event.entry().key());
        } else {
            put(event.entry());
        }
    }

    private void put(Entry entry) {
        known.add(entry.key());
        index.put(kind(entry.key()), Json.readObject(entry.json()));
    }

    private void remove(ObjectKey key) {
        known.remove(key);
        index.remove(kind(key), key.namespace(), key.name());
    }

    private static String kind(ObjectKey key) {
        return KINDS.getOrDefault(key.resource().resource(), "");
    }
}
