package dev.allmende.apiserver.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.builtin.BuiltInKind;
import dev.allmende.apiserver.builtin.BuiltInKinds;
import dev.allmende.apiserver.builtin.EventConversion;
import dev.allmende.apiserver.crd.definition.CustomResources;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.registry.Catalog;
import dev.allmende.apiserver.registry.Rules;
import dev.allmende.apiserver.registry.ServedResource;
import dev.allmende.apiserver.registry.ServedResource.Translation;
import dev.allmende.apiserver.registry.Trackings;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.schema.Schema;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts together what is served: built-in kinds and established definitions. */
final class Publisher {

    static final GroupResource DEFINITIONS = new GroupResource("apiextensions.k8s.io", "customresourcedefinitions");

    /**
     * A definition and what it defines, made once for each state of its spec.
     *
     * @param since resourceVersion under which the spec came to be
     */
    record Known(ObjectNode definition, long since, List<ServedResource> resources) {

        static Known of(ObjectNode definition, long since) {
            return new Known(definition, since, served(definition, since));
        }

        /** The same spec with another status. */
        Known with(ObjectNode newer) {
            return new Known(newer, since, resources);
        }
    }

    private final List<ServedResource> builtIn;

    Publisher(InstantSource clock) {
        builtIn = BuiltInKinds.stored().stream()
                .map(kind -> served(kind, rules(kind, clock)))
                .toList();
    }

    Catalog catalog(Collection<Known> definitions) {
        List<ServedResource> all = new ArrayList<>(builtIn);
        for (var known : definitions) {
            if (Conditions.isTrue(known.definition(), "Established")) {
                all.addAll(known.resources());
            }
        }
        return new Catalog(all);
    }

    private static Rules rules(BuiltInKind kind, InstantSource clock) {
        if (kind.served().groupResource().equals(DEFINITIONS)) {
            return new DefinitionRules(kind, clock);
        }
        return kind.served().kind().equals("Namespace") ? new NamespaceRules(kind) : new BuiltInRules(kind);
    }

    private static ServedResource served(BuiltInKind kind, Rules rules) {
        var served = kind.served();
        boolean view = !kind.storedAs().equals(served.groupResource());
        return new ServedResource(
                served,
                rules,
                new Trackings(served),
                kind.storedAs(),
                view ? "v1" : served.apiVersion(),
                view ? EVENTS : Translation.NONE,
                0);
    }

    private static List<ServedResource> served(ObjectNode definition, long since) {
        var storage = storageVersion(definition);
        boolean open = Json.string(definition, "metadata", "deletionTimestamp").isEmpty();
        var kinds = CustomResources.served(definition);
        boolean alike = kinds.stream().map(ServedKind::schema).distinct().count() < 2;
        return kinds.stream()
                .map(kind -> new ServedResource(
                        kind,
                        new CustomRules(kind, open, !alike, Deprecation.of(definition, kind)),
                        new Trackings(kind, others(kinds, kind)),
                        kind.groupResource(),
                        kind.groupVersion().group() + "/" + storage,
                        Translation.NONE,
                        since))
                .toList();
    }

    private static Map<String, Schema> others(List<ServedKind> kinds, ServedKind kind) {
        return kinds.stream()
                .filter(other -> !other.apiVersion().equals(kind.apiVersion()))
                .collect(Collectors.toMap(ServedKind::apiVersion, ServedKind::schema));
    }

    private static String storageVersion(JsonNode definition) {
        for (var version : definition.path("spec").path("versions")) {
            if (version.path("storage").asBoolean(false)) {
                return version.path("name").asText();
            }
        }
        return "";
    }

    /** events.k8s.io/v1 is another view of the events of core/v1. */
    private static final Translation EVENTS = new Translation() {
        @Override
        public boolean changesFields() {
            return true;
        }

        @Override
        public ObjectNode toServed(ObjectNode stored) {
            return EventConversion.toEvents(stored);
        }

        @Override
        public ObjectNode toStored(ObjectNode served) {
            return EventConversion.toCore(served);
        }
    };
}
