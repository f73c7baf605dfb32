package dev.allmende.apiserver.kinds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.authz.AggregatedRoles;
import dev.allmende.apiserver.follow.Listener;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.lifecycle.Cleaning;
import dev.allmende.apiserver.lifecycle.Worker;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.store.Entry;
import dev.allmende.apiserver.store.ObjectStore;
import dev.allmende.apiserver.store.StoredEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps the rules of aggregating cluster roles as the roles that they gather say. */
public final class RoleAggregation implements Listener, AutoCloseable {

    private static final GroupResource CLUSTER_ROLES = new GroupResource("rbac.authorization.k8s.io", "clusterroles");

    private final ObjectStore store;
    private final Cleaning cleaning;
    private final Worker<GroupResource> worker;

    public RoleAggregation(ObjectStore store, Cleaning cleaning, Consumer<Exception> problems) {
        this.store = store;
        this.cleaning = cleaning;
        this.worker = new Worker<>("role-aggregation", all -> aggregate(), problems);
    }

    @Override
    public boolean follows(GroupResource resource) {
        return resource.equals(CLUSTER_ROLES);
    }

    @Override
    public void state(List<Entry> entries) {
        worker.add(CLUSTER_ROLES);
    }

    @Override
    public void changed(StoredEvent event) {
        worker.add(CLUSTER_ROLES);
    }

    private boolean aggregate() {
        var roles = store.list(CLUSTER_ROLES, "", 0, "", 0, any -> true).entries().stream()
                .map(entry -> Json.readObject(entry.json()))
                .toList();
        boolean done = true;
        for (var role : roles) {
            var updated = AggregatedRoles.aggregates(role)
                    ? AggregatedRoles.updated(role, roles)
                    : Optional.<ObjectNode>empty();
            if (updated.isPresent()) {
                done &= write(updated.get());
            }
        }
        return done;
    }

    private boolean write(ObjectNode role) {
        var patch = Json.object();
        patch.putObject("metadata").put("resourceVersion", Json.string(role, "metadata", "resourceVersion"));
        patch.set("rules", role.path("rules"));
        return cleaning.patch(new ObjectKey(CLUSTER_ROLES, "", Json.string(role, "metadata", "name")), "", patch);
    }

    @Override
    public void close() {
        worker.close();
    }
}
