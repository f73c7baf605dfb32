package dev.allmende.apiserver.registry;

import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.resource.ServedKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All resources served at one moment. Immutable; a new one is made when a definition changes. */
public final class Catalog {

    private record Place(String group, String version, String plural) {}

    private final Map<Place, ServedResource> byPlace;
    private final Map<GroupResource, ServedResource> byStorage;
    private final List<ServedResource> all;

    public Catalog(Collection<ServedResource> resources) {
        all = List.copyOf(resources);
        Map<Place, ServedResource> places = new HashMap<>();
        for (var resource : all) {
            var version = resource.kind().groupVersion();
            places.put(
                    new Place(
                            version.group(), version.version(), resource.kind().plural()),
                    resource);
        }
        byPlace = Map.copyOf(places);
        Map<GroupResource, ServedResource> storages = new HashMap<>();
        all.forEach(resource ->
                storages.merge(resource.storage(), resource, (known, next) -> isBetter(next, known) ? next : known));
        byStorage = Map.copyOf(storages);
    }

    public Optional<ServedResource> find(String group, String version, String plural) {
        return Optional.ofNullable(byPlace.get(new Place(group, version, plural)));
    }

    private static boolean isBetter(ServedResource next, ServedResource known) {
        return next.isStorageVersion() && next.groupResource().equals(next.storage()) && !known.isStorageVersion();
    }

    /** In any version; the one that is stored before others. */
    public Optional<ServedResource> find(GroupResource resource) {
        return all.stream()
                .filter(served -> served.groupResource().equals(resource))
                .sorted((a, b) -> Boolean.compare(b.isStorageVersion(), a.isStorageVersion()))
                .findFirst();
    }

    /** The resource whose objects are stored there, in the version they are stored in. */
    public Optional<ServedResource> findStored(GroupResource storage) {
        return Optional.ofNullable(byStorage.get(storage));
    }

    public boolean serves(GroupVersion version) {
        return all.stream().anyMatch(resource -> resource.kind().groupVersion().equals(version));
    }

    public List<ServedResource> all() {
        return all;
    }

    public List<ServedKind> kinds() {
        List<ServedKind> kinds = new ArrayList<>();
        all.forEach(resource -> kinds.add(resource.kind()));
        return kinds;
    }
}
