package dev.allmende.central.importing;

import dev.allmende.api.Thing;
import dev.allmende.kit.ObjectNames;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.OpenStackException;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Objects for what a project has and a namespace does not show yet. */
public final class Importing {

    private final Cloud cloud;
    private final String namespace;

    public Importing(Cloud cloud, String namespace) {
        this.cloud = cloud;
        this.namespace = namespace;
    }

    /** Kinds that can be imported. */
    public static List<Class<? extends Thing<?, ?>>> kinds() {
        List<Class<? extends Thing<?, ?>>> kinds = new ArrayList<>();
        Importable.ALL.forEach(each -> kinds.add(each.kind()));
        return List.copyOf(kinds);
    }

    /**
     * What the namespace lacks; nothing is written.
     *
     * @param there objects of the namespace: what they stand for is left out, and their names are not taken again
     * @throws OpenStackException when the cloud refuses to tell
     */
    public List<GenericKubernetesResource> missing(Map<Class<?>, List<? extends Thing<?, ?>>> there) {
        var missing = new ArrayList<GenericKubernetesResource>();
        for (var each : Importable.ALL) {
            missing.addAll(missing(each, there.getOrDefault(each.kind(), List.of())));
        }
        return List.copyOf(missing);
    }

    private List<GenericKubernetesResource> missing(Importable<?> importable, List<? extends Thing<?, ?>> there) {
        var known = new HashSet<String>();
        var taken = new HashSet<String>();
        for (var object : there) {
            ids(object).forEach(known::add);
            taken.add(object.getMetadata().getName());
        }
        return things(importable)
                .filter(thing -> !known.contains(thing.id()))
                .sorted(Comparator.comparing(Found::name).thenComparing(Found::id))
                .map(thing -> object(importable.kind(), thing, taken))
                .toList();
    }

    /** Not every cloud has every service. */
    private Stream<Found> things(Importable<?> importable) {
        try {
            return importable.things().apply(cloud);
        } catch (OpenStackException refused) {
            if (refused.kind() == OpenStackException.Kind.MISSING_SERVICE) {
                return Stream.of();
            }
            throw refused;
        }
    }

    private static Stream<String> ids(Thing<?, ?> object) {
        var imported = object.getSpec().imported();
        var status = object.getStatus();
        return Stream.of(imported == null ? null : imported.id(), status == null ? null : status.id())
                .filter(Objects::nonNull);
    }

    private GenericKubernetesResource object(Class<? extends HasMetadata> kind, Found thing, Set<String> taken) {
        var name = ObjectNames.of(thing.name(), thing.id(), taken);
        taken.add(name);
        var object = new GenericKubernetesResource();
        object.setApiVersion(HasMetadata.getApiVersion(kind));
        object.setKind(HasMetadata.getKind(kind));
        object.setMetadata(
                new ObjectMetaBuilder().withName(name).withNamespace(namespace).build());
        var spec = new HashMap<>(thing.more());
        spec.put("managementPolicy", "Observe");
        spec.put("import", Map.of("id", thing.id()));
        object.setAdditionalProperty("spec", spec);
        return object;
    }
}
