package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.registry.Admission.Operation;
import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.StatusException;
import dev.allmende.apiserver.store.Change;
import dev.allmende.apiserver.store.ObjectStore.WriteRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** POST of a new object, and the first apply or patch that makes one. */
final class Creating {

    private static final int TRIES_OF_GENERATED_NAMES = 8;

    private final Core core;
    private final Admitting admitting;

    Creating(Core core) {
        this.core = core;
        this.admitting = new Admitting(core.admissions());
    }

    Result create(Asked asked, ObjectNode sent, List<String> duplicates) {
        var object = Incoming.take(asked, sent, duplicates);
        if (!Meta.text(object, "resourceVersion").isEmpty()) {
            throw StatusException.badRequest("resourceVersion should not be set on objects to be created");
        }
        Names.placeInNamespace(asked, object);
        boolean generated = Names.isGenerated(object);
        int tries = generated ? TRIES_OF_GENERATED_NAMES : 1;
        for (int left = tries; ; left--) {
            if (generated) {
                Names.generate(object, core.suffix());
            }
            try {
                return write(asked, object.deepCopy(), draft -> track(asked, draft));
            } catch (WriteRefused refused) {
                if (refused.why() == WriteRefused.Why.EXISTS && left > 1) {
                    continue;
                }
                throw explain(asked, object, refused);
            }
        }
    }

    /** Makes an object whose managed fields an apply has set. */
    Result createApplied(Asked asked, ObjectNode applied) {
        var object = Incoming.shape(asked, applied, List.of());
        Names.placeInNamespace(asked, object);
        try {
            return write(asked, object, draft -> draft);
        } catch (WriteRefused refused) {
            throw explain(asked, object, refused);
        }
    }

    private ObjectNode track(Asked asked, ObjectNode draft) {
        return asked.resource()
                .trackings()
                .of("")
                .track(null, draft, asked.options().manager(), core.now());
    }

    private Result write(Asked asked, ObjectNode object, UnaryOperator<ObjectNode> tracking) {
        var resource = asked.resource();
        var name = Meta.name(object);
        if (!resource.rules().isOpen()) {
            throw StatusException.forbidden(
                    resource.groupResource(),
                    name,
                    "create not allowed while custom resource definition is terminating");
        }
        var required = name.isEmpty() ? List.<ObjectKey>of() : Namespaces.requireOpen(core.store(), asked, name);
        SystemFields.forNew(resource, object, core.uids().get(), core.now());
        resource.rules().prepare(object, null);
        var draft = tracking.apply(object);
        List<FieldError> errors = new ArrayList<>(Names.check(asked, draft));
        errors.addAll(resource.rules().validate(draft, null));
        Invalid.refuse(resource, name, errors.stream().distinct().toList());
        admitting.check(asked, name, Operation.CREATE, draft, null);
        FinalizerNames.warn(asked, draft, null);
        var stored = Stored.form(resource, draft);
        var body = Spliced.of(stored);
        Limits.checkSize(asked, body.size());
        if (asked.options().dryRun()) {
            refuseExisting(asked.key(name));
            return new Result(201, Stored.json(draft));
        }
        var entry = core.store().write(new Change.Put(asked.key(name), Change.ABSENT, body, required));
        return new Result(201, Stored.served(resource, entry));
    }

    private void refuseExisting(ObjectKey key) {
        if (core.store().get(key).isPresent()) {
            throw new WriteRefused(WriteRefused.Why.EXISTS, key);
        }
    }

    private StatusException explain(Asked asked, ObjectNode object, WriteRefused refused) {
        return switch (refused.why()) {
            case REQUIRED_ABSENT -> StatusException.notFound(Namespaces.RESOURCE, asked.namespace());
            case EXISTS, ABSENT, OTHER_VERSION -> taken(asked, Meta.name(object));
        };
    }

    private StatusException taken(Asked asked, String name) {
        boolean going = core.store()
                .get(asked.key(name))
                .filter(entry -> Meta.isDeleting(Json.readObject(entry.json())))
                .isPresent();
        var resource = asked.resource().groupResource();
        return going ? StatusException.goingExists(resource, name) : StatusException.alreadyExists(resource, name);
    }
}
