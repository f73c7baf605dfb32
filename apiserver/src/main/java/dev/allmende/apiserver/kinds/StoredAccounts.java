package dev.allmende.apiserver.kinds;

import dev.allmende.apiserver.authn.serviceaccount.ServiceAccounts;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.store.Entry;
import dev.allmende.apiserver.store.ObjectStore;
import java.time.Instant;
import java.util.Optional;

/** Service accounts and secrets that tokens are bound to, as they are stored. */
public final class StoredAccounts implements ServiceAccounts {

    private static final GroupResource ACCOUNTS = new GroupResource("", "serviceaccounts");

    private final ObjectStore store;

    public StoredAccounts(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Optional<Found> serviceAccount(String namespace, String name) {
        return store.get(new ObjectKey(ACCOUNTS, namespace, name)).map(StoredAccounts::found);
    }

    @Override
    public Optional<Found> secret(String namespace, String name) {
        return store.get(new ObjectKey(GroupResource.SECRETS, namespace, name)).map(StoredAccounts::found);
    }

    private static Found found(Entry entry) {
        var index = entry.index();
        Optional<Instant> deletion = index.ending()
                ? Optional.of(
                        Instant.parse(Json.string(Json.readObject(entry.json()), "metadata", "deletionTimestamp")))
                : Optional.empty();
        return new Found(index.uid(), deletion);
    }
}
