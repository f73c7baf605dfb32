package dev.allmende.apiserver.discovery;

import dev.allmende.apiserver.request.Accept;
import dev.allmende.apiserver.request.Accept.GroupDiscovery;
import dev.allmende.apiserver.resource.ServedKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is served, as documents. Immutable but for the documents it keeps once made; a change of the served kinds makes a new
 * one. Safe for many threads.
 */
public final class Discovery {

    private static final String JSON = "application/json";

    private final List<ServedGroup> groups;
    private final ServedGroup core;
    private final List<ServedGroup> named;
    private final String serverAddress;
    private final Map<String, Document> made = new ConcurrentHashMap<>();

    /** @param serverAddress host and port that clients reach, such as {@code 127.0.0.1:6443}; told at {@code /api} */
    public Discovery(Collection<ServedKind> kinds, String serverAddress) {
        this.groups = ServedGroup.of(kinds);
        this.core = groups.stream()
                .filter(group -> group.name().isEmpty())
                .findFirst()
                .orElse(new ServedGroup("", List.of()));
        this.named = groups.stream().filter(group -> !group.name().isEmpty()).toList();
        this.serverAddress = serverAddress;
    }

    /** Everything served, in the order in which it is published. */
    public List<ServedGroup> groups() {
        return groups;
    }

    /** What a path answers: {@code /api} and {@code /apis} have more shapes than the plain one. */
    public static Accept.Endpoint endpoint(String path) {
        return path.equals("/api") || path.equals("/apis") ? Accept.Endpoint.GROUPS : Accept.Endpoint.DOCUMENT;
    }

    /**
     * The document at {@code /api}, {@code /apis}, {@code /api/V}, {@code /apis/G} or {@code /apis/G/V}; empty when
     * nothing is served there.
     *
     * @param path without a slash at its end
     * @param shape as negotiated for {@link #endpoint}
     */
    public Optional<Document> document(String path, Accept.Shape shape) {
        var aggregated = shape instanceof GroupDiscovery(var version) ? version : "";
        var key = aggregated + path;
        var known = made.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        var document = aggregated.isEmpty() ? plain(path) : aggregated(path, aggregated);
        document.ifPresent(fresh -> made.put(key, fresh));
        return document;
    }

    private Optional<Document> aggregated(String path, String version) {
        var type = "application/json;g=apidiscovery.k8s.io;v=%s;as=APIGroupDiscoveryList".formatted(version);
        return switch (path) {
            case "/api" -> Optional.of(Document.of(AggregatedDiscovery.of(List.of(core), version), type));
            case "/apis" -> Optional.of(Document.of(AggregatedDiscovery.of(named, version), type));
            default -> Optional.empty();
        };
    }

    private Optional<Document> plain(String path) {
        var parts = path.split("/", -1);
        if (parts.length < 2 || parts.length > 4 || !parts[0].isEmpty()) {
            return Optional.empty();
        }
        if (parts[1].equals("api")) {
            return switch (parts.length) {
                case 2 -> Optional.of(Document.of(GroupList.core(core, serverAddress), JSON));
                case 3 -> version(core, parts[2]);
                default -> Optional.empty();
            };
        }
        if (!parts[1].equals("apis")) {
            return Optional.empty();
        }
        if (parts.length == 2) {
            return Optional.of(Document.of(GroupList.named(named), JSON));
        }
        var group = named.stream().filter(one -> one.name().equals(parts[2])).findFirst();
        return parts.length == 3
                ? group.map(one -> Document.of(GroupList.one(one), JSON))
                : group.flatMap(one -> version(one, parts[3]));
    }

    private static Optional<Document> version(ServedGroup group, String name) {
        return group.versions().stream()
                .filter(version -> version.groupVersion().version().equals(name))
                .findFirst()
                .map(version -> Document.of(ResourceList.of(version, group), JSON));
    }
}
