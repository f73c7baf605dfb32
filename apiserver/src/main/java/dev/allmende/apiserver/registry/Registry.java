package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.registry.Updating.Wanted;
import dev.allmende.apiserver.request.Answer.Sink;
import dev.allmende.apiserver.request.BodyReader;
import dev.allmende.apiserver.request.DeleteOptions;
import dev.allmende.apiserver.request.ListOptions;
import dev.allmende.apiserver.resource.ServedKind.ScaleSubresource;
import dev.allmende.apiserver.status.StatusException;
import dev.allmende.apiserver.store.Entry;
import dev.allmende.apiserver.store.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The verbs on stored resources. Knows nothing of HTTP, of users' rights or of particular kinds. Safe for many threads. */
public final class Registry {

    private final Core core;
    private final Creating creating;
    private final Updating updating;
    private final Patching patching;
    private final Deleting deleting;
    private final Listing listing;
    private final Watching watching;

    /** @param suffix gives five random characters for generated names */
    public Registry(
            ObjectStore store, List<Admission> admissions, Clock clock, Supplier<UUID> uids, Supplier<String> suffix) {
        core = new Core(store, admissions, clock, uids, suffix);
        creating = new Creating(core);
        updating = new Updating(core);
        patching = new Patching(core, creating, updating);
        deleting = new Deleting(core);
        listing = new Listing(core);
        watching = new Watching(core);
    }

    /** Whether a PATCH with this {@code Content-Type} is a server-side apply. */
    public static boolean isApply(String contentType) {
        return BodyReader.mediaType(contentType).equals(Patching.APPLY);
    }

    /** @param version the object must be at least as new; empty and 0 for what is there */
    public Result get(Asked asked, String version) {
        long wanted = version.isEmpty() ? 0 : ListOptions.version(version).orElse(0L);
        if (wanted > core.store().resourceVersion()) {
            Listing.waitFor(core, wanted);
        }
        var entry = find(asked);
        if (asked.subresource().equals("scale")) {
            return new Result(200, Stored.json(Scaling.view(paths(asked), Stored.tree(asked.resource(), entry))));
        }
        return new Result(200, Stored.served(asked.resource(), entry));
    }

    public Result create(Asked asked, BodyReader.Body body) {
        return creating.create(asked, body.object(), body.duplicates());
    }

    public Result replace(Asked asked, BodyReader.Body body) {
        if (asked.subresource().equals("scale")) {
            return scale(asked, body.object());
        }
        return updating.replace(asked, body.object(), body.duplicates());
    }

    public Result patch(Asked asked, byte[] body, String contentType) {
        if (asked.subresource().equals("scale")) {
            if (isApply(contentType)) {
                return applyScale(asked, BodyReader.yaml(body, new ArrayList<>()));
            }
            var entry = find(asked);
            var view = Scaling.view(paths(asked), Stored.tree(asked.resource(), entry));
            return scale(asked, Patching.patched(asked, view, body, contentType));
        }
        return patching.patch(asked, body, contentType);
    }

    public Result delete(Asked asked, DeleteOptions options) {
        return deleting.delete(asked, options);
    }

    /** One page of a list, each object in the version asked for. */
    public Found list(ServedResource resource, String namespace, ListOptions options) {
        var found = listing.list(resource, namespace, options);
        var objects = found.entries().stream()
                .map(entry -> Stored.served(resource, entry))
                .toList();
        return new Found(objects, found.resourceVersion(), found.continuation(), found.remaining());
    }

    /**
     * Objects of one page.
     *
     * @param continuation token of the next page, empty at the end
     * @param remaining how many objects are left; -1 when that is not told
     */
    public record Found(List<byte[]> objects, long resourceVersion, String continuation, long remaining) {}

    /** Puts events into the form the client wants: JSON lines, rows of a table. */
    public interface EventFormat {
        /** @param object in the served version */
        byte[] event(String type, byte[] object);
    }

    /** @throws StatusException for selectors that cannot be read, before the stream begins */
    public void checkWatch(ServedResource resource, ListOptions options) {
        Selecting.of(resource, options);
    }

    /** Streams changes until the time is over or the client is gone. */
    public void watch(
            ServedResource resource,
            String namespace,
            ListOptions options,
            Duration duration,
            EventFormat format,
            Sink sink)
            throws InterruptedException {
        watching.run(resource, namespace, options, duration, format::event, sink);
    }

    private Result scale(Asked asked, ObjectNode scale) {
        var paths = paths(asked);
        var changed = updating.update(asked, old -> new Wanted(Scaling.scaled(paths, old, scale), false));
        return viewed(paths, changed);
    }

    /** An apply to the scale is one to the field behind it. */
    private Result applyScale(Asked asked, ObjectNode scale) {
        var paths = paths(asked);
        var kind = asked.resource().kind();
        var applied = Json.object().put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        Scaling.scaled(paths, applied, scale);
        return viewed(paths, updating.update(asked, old -> patching.merged(asked, old, applied)));
    }

    private static Result viewed(ScaleSubresource paths, Result changed) {
        return new Result(200, Stored.json(Scaling.view(paths, Json.readObject(changed.json()))));
    }

    private static ScaleSubresource paths(Asked asked) {
        return asked.resource()
                .kind()
                .scale()
                .orElseThrow(() -> StatusException.notFound(asked.resource().groupResource(), asked.name()));
    }

    private Entry find(Asked asked) {
        return core.store()
                .get(asked.key())
                .orElseThrow(() -> StatusException.notFound(asked.resource().groupResource(), asked.name()));
    }
}
