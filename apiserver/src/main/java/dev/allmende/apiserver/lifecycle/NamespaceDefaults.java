package dev.allmende.apiserver.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.follow.Listener;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.store.Entry;
import dev.allmende.apiserver.store.ObjectStore;
import dev.allmende.apiserver.store.StoredEvent;
import java.util.List;
import java.util.function.Consumer;

/** What every namespace has: a service account and the certificate authority to trust, as clients expect them. */
public final class NamespaceDefaults implements Listener, AutoCloseable {

    private static final GroupResource NAMESPACES = new GroupResource("", "namespaces");
    private static final GroupResource ACCOUNTS = new GroupResource("", "serviceaccounts");
    private static final GroupResource CONFIG_MAPS = new GroupResource("", "configmaps");
    private static final String ACCOUNT = "default";
    private static final String AUTHORITY = "kube-root-ca.crt";

    private final ObjectStore store;
    private final Cleaning cleaning;
    private final String authorityPem;
    private final Worker<String> worker;

    public NamespaceDefaults(ObjectStore store, Cleaning cleaning, String authorityPem, Consumer<Exception> problems) {
        this.store = store;
        this.cleaning = cleaning;
        this.authorityPem = authorityPem;
        this.worker = new Worker<>("namespace-defaults", this::ensure, problems);
    }

    @Override
    public boolean follows(GroupResource resource) {
        return resource.equals(NAMESPACES) || resource.equals(ACCOUNTS) || resource.equals(CONFIG_MAPS);
    }

    @Override
    public void state(List<Entry> entries) {
        entries.stream()
                .filter(entry -> entry.key().resource().equals(NAMESPACES))
                .forEach(entry -> worker.add(entry.key().name()));
    }

    @Override
    public void changed(StoredEvent event) {
        var key = event.entry().key();
        if (key.resource().equals(NAMESPACES)) {
            if (event.type() == StoredEvent.Type.ADDED) {
                worker.add(key.name());
            }
        } else if (event.type() == StoredEvent.Type.DELETED
                && (key.name().equals(ACCOUNT) || key.name().equals(AUTHORITY))) {
            worker.add(key.namespace());
        }
    }

    private boolean ensure(String namespace) {
        var entry = store.get(new ObjectKey(NAMESPACES, "", namespace));
        if (entry.isEmpty() || entry.get().index().ending()) {
            return true;
        }
        ensure(namespace, ACCOUNTS, object("ServiceAccount", ACCOUNT));
        var authority = object("ConfigMap", AUTHORITY);
        authority.putObject("data").put("ca.crt", authorityPem);
        ensure(namespace, CONFIG_MAPS, authority);
        return true;
    }

    private void ensure(String namespace, GroupResource resource, ObjectNode object) {
        var key = new ObjectKey(resource, namespace, Json.string(object, "metadata", "name"));
        if (store.get(key).isEmpty()) {
            cleaning.resource(key).ifPresent(served -> cleaning.ensure(served, namespace, object));
        }
    }

    private static ObjectNode object(String kind, String name) {
        var object = Json.object().put("apiVersion", "v1").put("kind", kind);
        object.putObject("metadata").put("name", name);
        return object;
    }

    @Override
    public void close() {
        worker.close();
    }
}
