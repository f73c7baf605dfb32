package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.apply.FieldTracking;
import dev.allmende.apiserver.registry.Admission.Operation;
import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.StatusException;
import dev.allmende.apiserver.store.Change;
import dev.allmende.apiserver.store.Entry;
import dev.allmende.apiserver.store.ObjectStore.WriteRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Changes of stored objects: PUT, and what patches and applies make of the stored object. */
final class Updating {

    /** How often a change is computed anew when another write came between, if the client named no resourceVersion. */
    private static final int TRIES = 5;

    private final Core core;
    private final Admitting admitting;

    Updating(Core core) {
        this.core = core;
        this.admitting = new Admitting(core.admissions());
    }

    /**
     * What an object shall become.
     *
     * @param tracked whether its managed fields are already right, as after an apply
     */
    record Wanted(ObjectNode object, boolean tracked) {}

    /** Replaces an object by what the client sent. */
    Result replace(Asked asked, ObjectNode sent, List<String> duplicates) {
        var object = Incoming.take(asked, sent, duplicates);
        Names.placeInNamespace(asked, object);
        Names.requireName(asked, object);
        Names.nameAsAsked(asked, object);
        if (Meta.text(object, "resourceVersion").isEmpty()
                && !asked.resource().rules().unconditionalUpdate()) {
            find(asked);
            var resource = asked.resource().groupResource();
            throw StatusException.invalid(
                    resource.group(),
                    resource.resource(),
                    asked.name(),
                    List.of(FieldError.invalid("metadata.resourceVersion", "0", "must be specified for an update")));
        }
        return update(asked, old -> new Wanted(object.deepCopy(), false));
    }

    /**
     * Changes an object by a function of its stored state, in the version asked for. The function may be called again when
     * another write came between.
     */
    Result update(Asked asked, Function<ObjectNode, Wanted> change) {
        for (int left = TRIES; ; left--) {
            var entry = find(asked);
            var old = Stored.tree(asked.resource(), entry);
            var wanted = change.apply(old.deepCopy());
            checkVersion(asked, wanted.object(), entry);
            try {
                return write(asked, wanted, old, entry);
            } catch (WriteRefused refused) {
                if (refused.why() == WriteRefused.Why.OTHER_VERSION && left > 1) {
                    continue;
                }
                throw explain(asked, refused);
            }
        }
    }

    private Entry find(Asked asked) {
        return core.store()
                .get(asked.key())
                .orElseThrow(() -> StatusException.notFound(asked.resource().groupResource(), asked.name()));
    }

    /** Refuses a resourceVersion that is not the stored one. A patch that names none has that of what it was put on. */
    private static void checkVersion(Asked asked, ObjectNode object, Entry entry) {
        var version = Meta.text(object, "resourceVersion");
        if (version.isEmpty() || version.equals("0")) {
            return;
        }
        if (!version.equals(Long.toString(entry.resourceVersion()))) {
            throw StatusException.modified(asked.resource().groupResource(), asked.name());
        }
    }

    private Result write(Asked asked, Wanted wanted, ObjectNode old, Entry entry) {
        var resource = asked.resource();
        var object = Subresources.merge(asked, wanted.object(), old);
        SystemFields.keepOld(asked, object, old);
        resource.rules().prepare(object, old);
        SystemFields.countGeneration(resource, object, old);
        object = wanted.tracked() ? object : track(asked, object, old);
        Meta.of(object).put("resourceVersion", Long.toString(entry.resourceVersion()));
        if (FieldTracking.sameButTimes(old, object)) {
            return new Result(200, Stored.served(resource, entry));
        }
        List<FieldError> errors = new ArrayList<>(Deletions.checkFinalizers(object, old));
        errors.addAll(resource.rules().validate(object, old));
        Invalid.refuse(resource, asked.name(), errors);
        admitting.check(asked, asked.name(), Operation.UPDATE, object, old);
        FinalizerNames.warn(asked, object, old);
        var body = Spliced.of(Stored.form(resource, object));
        Limits.checkSize(asked, body.size());
        if (asked.options().dryRun()) {
            return new Result(200, Stored.json(object));
        }
        var change = Deletions.isDue(resource, object)
                ? new Change.Delete(asked.key(), entry.resourceVersion(), body)
                : new Change.Put(asked.key(), entry.resourceVersion(), body, List.of());
        return new Result(200, Stored.served(resource, core.store().write(change)));
    }

    private ObjectNode track(Asked asked, ObjectNode object, ObjectNode old) {
        return asked.resource()
                .trackings()
                .of(asked.subresource())
                .track(old, object, asked.options().manager(), core.now());
    }

    private static StatusException explain(Asked asked, WriteRefused refused) {
        var resource = asked.resource().groupResource();
        return switch (refused.why()) {
            case ABSENT, REQUIRED_ABSENT -> StatusException.notFound(resource, asked.name());
            case EXISTS, OTHER_VERSION -> StatusException.modified(resource, asked.name());
        };
    }
}
