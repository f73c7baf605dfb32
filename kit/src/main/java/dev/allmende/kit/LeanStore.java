package dev.allmende.kit;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the objects of a kind without their managed fields, which are half of them and which nobody here reads, and shares
 * each with the other watch of the same kind.
 */
final class LeanStore<R extends HasMetadata> extends BasicItemStore<R> {

    private volatile @Nullable LeanStore<R> sibling;

    LeanStore() {
        super(Cache::metaNamespaceKeyFunc);
    }

    /** The store of the other watch of the same kind. */
    LeanStore<R> sibling() {
        var other = new LeanStore<R>();
        other.sibling = this;
        sibling = other;
        return other;
    }

    @Override
    public R put(String key, R object) {
        var other = sibling;
        var theirs = other == null ? null : other.get(key);
        if (theirs != null && isSame(theirs, object)) {
            return super.put(key, theirs);
        }
        object.getMetadata().setManagedFields(null);
        return super.put(key, object);
    }

    private static boolean isSame(HasMetadata one, HasMetadata other) {
        var version = one.getMetadata().getResourceVersion();
        return version != null && version.equals(other.getMetadata().getResourceVersion());
    }
}
