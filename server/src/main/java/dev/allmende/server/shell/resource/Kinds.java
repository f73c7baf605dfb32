package dev.allmende.server.shell.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.visit.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All kinds that can be listed, each once, as discovery tells them (apidiscovery.k8s.io/v2). */
public record Kinds(List<Kind> all) {

    private static final String ACCEPT = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

    /** Events have a place of their own on pages, and are the same in both groups. */
    public static final String EVENTS = "events";

    private static final String EVENTS_AGAIN = "events.events.k8s.io";

    /** What others define comes first, then by name. */
    private static final Comparator<Kind> ORDER = Comparator.comparing((Kind kind) -> !kind.isOurs())
            .thenComparing(Kind::name)
            .thenComparing(Kind::id);

    public Kinds {
        all = List.copyOf(all);
    }

    public static Kinds of(Api api) {
        List<Kind> kinds = new ArrayList<>();
        for (var root : List.of("/api", "/apis")) {
            for (var group : api.get(root, Map.of(), ACCEPT).path("items")) {
                addGroup(group, kinds);
            }
        }
        kinds.removeIf(kind -> kind.id().equals(EVENTS_AGAIN));
        kinds.sort(ORDER);
        return new Kinds(kinds);
    }

    /** The first version that lists a resource is the preferred one. */
    private static void addGroup(JsonNode group, List<Kind> kinds) {
        Set<String> seen = new HashSet<>();
        for (var version : group.path("versions")) {
            for (var resource : version.path("resources")) {
                var kind = kind(Json.string(group, "metadata", "name"), Json.string(version, "version"), resource);
                if (kind.verbs().contains("list") && seen.add(kind.plural())) {
                    kinds.add(kind);
                }
            }
        }
    }

    private static Kind kind(String group, String version, JsonNode resource) {
        Set<String> verbs = new HashSet<>();
        resource.path("verbs").forEach(verb -> verbs.add(verb.asText()));
        return new Kind(
                group,
                version,
                Json.string(resource, "resource"),
                Json.string(resource, "responseKind", "kind"),
                Json.string(resource, "scope").equals("Namespaced"),
                verbs);
    }

    /** Those that a page of a namespace, or of none, shows in tables. */
    public List<Kind> shown(boolean namespaced) {
        return all.stream()
                .filter(kind -> kind.namespaced() == namespaced)
                .filter(kind -> !kind.id().equals(EVENTS))
                .toList();
    }

    /** @throws Refusal 404 when there is none of that name in this scope */
    public Kind find(String id, boolean namespaced) {
        return all.stream()
                .filter(kind -> kind.id().equals(id) && kind.namespaced() == namespaced)
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "the server has no resource \"" + id + "\""));
    }

    /**
     * The kind of a name, however it is capitalised.
     *
     * @param near group whose kinds come first; then those of others than Kubernetes
     */
    public Optional<Kind> named(String name, String near) {
        return all.stream()
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .min(Comparator.comparing((Kind kind) -> !kind.group().equals(near))
                        .thenComparing(kind -> !kind.isOurs()));
    }

    /** The kind that an object names as its owner, say. */
    public Optional<Kind> of(String apiVersion, String name) {
        var group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
        return all.stream()
                .filter(kind -> kind.group().equals(group) && kind.name().equals(name))
                .findFirst();
    }
}
