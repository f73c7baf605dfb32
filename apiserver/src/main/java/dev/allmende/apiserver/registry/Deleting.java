package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.registry.Admission.Operation;
import dev.allmende.apiserver.request.DeleteOptions;
import dev.allmende.apiserver.request.DeleteOptions.Propagation;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.status.StatusException;
import dev.allmende.apiserver.store.Change;
import dev.allmende.apiserver.store.Entry;
import dev.allmende.apiserver.store.ObjectStore.WriteRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** DELETE of one object. */
final class Deleting {

    private static final int TRIES = 20;

    /** Core resources whose objects themselves are the answer (kube-apiserver's ReturnDeletedObject). */
    private static final Set<String> ANSWERED = Set.of("resourcequotas", "serviceaccounts", "services");

    private final Core core;
    private final Admitting admitting;

    Deleting(Core core) {
        this.core = core;
        this.admitting = new Admitting(core.admissions());
    }

    Result delete(Asked asked, DeleteOptions options) {
        asked.resource().rules().undeletable(asked.name()).ifPresent(why -> {
            throw StatusException.forbidden(asked.resource().groupResource(), asked.name(), why);
        });
        for (int left = TRIES; ; left--) {
            var entry = core.store()
                    .get(asked.key())
                    .orElseThrow(() -> StatusException.notFound(asked.resource().groupResource(), asked.name()));
            try {
                return delete(asked, options, entry);
            } catch (WriteRefused refused) {
                switch (refused.why()) {
                    case OTHER_VERSION, EXISTS, REQUIRED_ABSENT -> {
                        if (left == 1) {
                            throw StatusException.modified(asked.resource().groupResource(), asked.name());
                        }
                    }
                    case ABSENT ->
                        throw StatusException.notFound(asked.resource().groupResource(), asked.name());
                }
            }
        }
    }

    private Result delete(Asked asked, DeleteOptions options, Entry entry) {
        var resource = asked.resource();
        var old = Stored.tree(resource, entry);
        checkPreconditions(asked, options, old);
        admitting.check(asked, asked.name(), Operation.DELETE, null, old);
        var object = old.deepCopy();
        Meta.setFinalizers(object, finalizers(old, options.propagation()));
        Deletions.mark(resource, object, core.now());
        boolean held = Deletions.isHeld(resource, object);
        if (options.dryRun()) {
            return held ? new Result(200, Stored.json(object)) : success(asked, old);
        }
        if (!held) {
            var last = Spliced.of(Stored.form(resource, old));
            core.store().write(new Change.Delete(asked.key(), entry.resourceVersion(), last));
            return success(asked, old);
        }
        if (SystemFields.equalBut(Set.of(), object, old)) {
            return new Result(200, Stored.served(resource, entry));
        }
        var body = Spliced.of(Stored.form(resource, object));
        var marked = core.store().write(new Change.Put(asked.key(), entry.resourceVersion(), body, List.of()));
        return new Result(200, Stored.served(resource, marked));
    }

    private static void checkPreconditions(Asked asked, DeleteOptions options, ObjectNode object) {
        check(asked, "UID", options.uid(), Meta.text(object, "uid"), "deleted and then recreated");
        check(asked, "ResourceVersion", options.resourceVersion(), Meta.text(object, "resourceVersion"), "modified");
    }

    private static void check(Asked asked, String what, String wanted, String found, String perhaps) {
        if (wanted.isEmpty() || wanted.equals(found)) {
            return;
        }
        var resource = asked.resource();
        if (resource.storage().equals(Namespaces.RESOURCE)) {
            throw StatusException.conflict(
                    resource.groupResource(),
                    asked.name(),
                    "Precondition failed: %s in precondition: %s, %s in object meta: %s"
                            .formatted(what, wanted, what, found));
        }
        var kind = resource.kind();
        throw StatusException.conflict(
                new GroupResource(kind.groupVersion().group(), kind.kind()),
                asked.name(),
                "the %s in the precondition (%s) does not match the %s in record (%s). The object might have been %s"
                        .formatted(what, wanted, what, found, perhaps));
    }

    private static List<String> finalizers(ObjectNode object, Propagation propagation) {
        List<String> finalizers = new ArrayList<>(Meta.finalizers(object));
        if (Meta.isDeleting(object) && propagation == Propagation.BACKGROUND) {
            return finalizers;
        }
        finalizers.remove(Meta.FOREGROUND);
        finalizers.remove(Meta.ORPHAN);
        switch (propagation) {
            case FOREGROUND -> finalizers.add(Meta.FOREGROUND);
            case ORPHAN -> finalizers.add(Meta.ORPHAN);
            case BACKGROUND -> {}
        }
        return finalizers;
    }

    private static Result success(Asked asked, ObjectNode gone) {
        var kind = asked.resource().kind();
        if (kind.groupVersion().group().isEmpty() && ANSWERED.contains(kind.plural())) {
            return new Result(200, Stored.json(gone), true);
        }
        var status = Json.object();
        status.put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Success");
        var details = status.putObject("details").put("name", asked.name());
        if (!kind.groupVersion().group().isEmpty()) {
            details.put("group", kind.groupVersion().group());
        }
        details.put("kind", kind.plural()).put("uid", Meta.text(gone, "uid"));
        return new Result(200, Json.write(status), true);
    }
}
