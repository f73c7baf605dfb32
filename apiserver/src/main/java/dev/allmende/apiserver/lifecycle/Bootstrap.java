package dev.allmende.apiserver.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.authz.DefaultPolicy;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.registry.ServedResource;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.store.ObjectStore;
import java.util.List;
import java.util.Locale;

/** What must be there before anybody is let in: namespaces, default roles and bindings. */
public final class Bootstrap {

    private static final List<String> NAMESPACES = List.of("default", "kube-system", "kube-public");

    private final ObjectStore store;
    private final Cleaning cleaning;

    public Bootstrap(ObjectStore store, Cleaning cleaning) {
        this.store = store;
        this.cleaning = cleaning;
    }

    public void run() {
        for (var name : NAMESPACES) {
            var namespace = Json.object().put("apiVersion", "v1").put("kind", "Namespace");
            namespace.putObject("metadata").put("name", name);
            ensure(new GroupResource("", "namespaces"), namespace);
        }
        DefaultPolicy.objects().forEach(this::policy);
    }

    private void policy(ObjectNode wanted) {
        var group = GroupVersion.parse(Json.string(wanted, "apiVersion")).group();
        var resource = new GroupResource(group, Json.string(wanted, "kind").toLowerCase(Locale.ROOT) + "s");
        var key = new ObjectKey(resource, "", Json.string(wanted, "metadata", "name"));
        var stored = store.get(key);
        if (stored.isEmpty()) {
            ensure(resource, wanted);
            return;
        }
        DefaultPolicy.reconciled(Json.readObject(stored.get().json()), wanted)
                .ifPresent(mended -> cleaning.replace(key, mended));
    }

    private void ensure(GroupResource resource, ObjectNode object) {
        var key = new ObjectKey(resource, "", Json.string(object, "metadata", "name"));
        if (store.get(key).isEmpty()) {
            ServedResource served =
                    cleaning.resource(key).orElseThrow(() -> new IllegalStateException(resource + " must be served"));
            cleaning.ensure(served, "", object);
        }
    }
}
