package dev.allmende.apiserver.registry;

import dev.allmende.apiserver.request.ListOptions;
import dev.allmende.apiserver.request.ListOptions.Match;
import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.status.Cause;
import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.Status;
import dev.allmende.apiserver.status.StatusException;
import dev.allmende.apiserver.store.Entry;
import dev.allmende.apiserver.store.ObjectStore.Compacted;
import dev.allmende.apiserver.store.ObjectStore.Page;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GET of a collection: one consistent view, in pages. */
final class Listing {

    private static final Duration WAIT_FOR_FUTURE = Duration.ofSeconds(3);

    private final Core core;

    Listing(Core core) {
        this.core = core;
    }

    /**
     * Entries of one page.
     *
     * @param continuation token of the next page, empty at the end
     * @param remaining how many objects are left; -1 when that is not told
     */
    record Found(List<Entry> entries, long resourceVersion, String continuation, long remaining) {}

    Found list(ServedResource resource, String namespace, ListOptions options) {
        var selecting = Selecting.of(resource, options);
        var single = single(resource, namespace, options, selecting);
        if (single != null) {
            return new Found(
                    single.stream().filter(selecting::matches).toList(),
                    core.store().resourceVersion(),
                    "",
                    -1);
        }
        var from = start(options);
        waitFor(options);
        if (from.resourceVersion() > 0) {
            // a token that another server gave, or nobody
            waitFor(core, from.resourceVersion());
        }
        try {
            var page = core.store()
                    .list(
                            resource.storage(),
                            namespace,
                            Math.max(0, from.resourceVersion()),
                            from.after(),
                            options.limit(),
                            selecting::matches);
            return found(page, selecting);
        } catch (Compacted gone) {
            throw expired(from, gone);
        }
    }

    /** A selector for one name needs no walk over all. */
    private @Nullable List<Entry> single(
            ServedResource resource, String namespace, ListOptions options, Selecting selecting) {
        var name = selecting.name();
        boolean oneNamespace = !namespace.isEmpty() || !resource.kind().namespaced();
        if (name.isEmpty() || !oneNamespace || !options.continuation().isEmpty() || options.match() == Match.EXACT) {
            return null;
        }
        waitFor(options);
        var key = new ObjectKey(resource.storage(), namespace, name.get());
        return core.store().get(key).stream().toList();
    }

    private static Found found(Page page, Selecting selecting) {
        if (page.next().isEmpty()) {
            return new Found(page.entries(), page.resourceVersion(), "", -1);
        }
        var token = new Continuation(page.resourceVersion(), page.next()).token();
        return new Found(
                page.entries(), page.resourceVersion(), token, selecting.isEverything() ? page.remaining() : -1);
    }

    private static Continuation start(ListOptions options) {
        if (!options.continuation().isEmpty()) {
            return Continuation.parse(options.continuation());
        }
        boolean exact = options.match() == Match.EXACT;
        return new Continuation(exact ? options.resourceVersion().orElse(0L) : 0, "");
    }

    private void waitFor(ListOptions options) {
        long wanted = options.resourceVersion().orElse(0L);
        if (wanted > 0 && options.continuation().isEmpty()) {
            waitFor(core, wanted);
        }
    }

    /** @throws StatusException 504 when that resourceVersion does not come in time */
    static void waitFor(Core core, long wanted) {
        try {
            if (core.store().await(wanted, WAIT_FOR_FUTURE)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var message = "Timeout: Too large resource version: %d, current: %d"
                .formatted(wanted, core.store().resourceVersion());
        var cause = new Cause("ResourceVersionTooLarge", "Too large resource version", "");
        throw new StatusException(
                new Status(504, Reason.TIMEOUT, message, new Status.Details("", "", "", "", List.of(cause), 1)));
    }

    private static StatusException expired(Continuation from, Compacted gone) {
        if (from.after().isEmpty()) {
            return StatusException.expired(String.valueOf(gone.getMessage()));
        }
        var inconsistent = new Continuation(Continuation.NEWEST, from.after()).token();
        return new ContinueExpired(inconsistent).exception();
    }
}
