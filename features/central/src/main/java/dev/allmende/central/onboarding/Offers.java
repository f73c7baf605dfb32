package dev.allmende.central.onboarding;

import dev.allmende.api.Thing;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.central.keep.Marks;
import dev.allmende.kit.Apply;
import dev.allmende.kit.Mirror;
import dev.allmende.kit.ObjectNames;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.resource.Resource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a cloud offers to all, as objects in a tenant's namespace that are only looked at. */
record Offers(Mirror mirror, List<Offer<?>> offers) {

    /** Label of objects that were made here. */
    static final String CATALOGUE = "tenancy.allmende.dev/catalogue";

    /**
     * One kind of what is offered.
     *
     * @param offered asks the cloud, with the tenant's login
     */
    record Offer<R extends Thing<?, ?>>(Class<R> kind, Function<Cloud, List<? extends Resource>> offered) {}

    /** @param wanted false takes them away */
    void show(Tenant tenant, Cloud cloud, boolean wanted) {
        for (var offer : offers) {
            show(tenant, offer, wanted ? offered(offer, cloud) : List.of());
        }
    }

    /** Not every cloud has every service. */
    private static List<? extends Resource> offered(Offer<?> offer, Cloud cloud) {
        try {
            return offer.offered().apply(cloud);
        } catch (OpenStackException refused) {
            if (refused.kind() == OpenStackException.Kind.MISSING_SERVICE) {
                return List.of();
            }
            throw refused;
        }
    }

    private <R extends Thing<?, ?>> void show(Tenant tenant, Offer<R> offer, List<? extends Resource> things) {
        var place = tenant.getMetadata().getName();
        var there = mirror.list(offer.kind(), place);
        Map<String, R> shown = there.stream()
                .filter(object -> !Marks.label(object, CATALOGUE).isEmpty())
                .collect(Collectors.toMap(Offers::id, Function.identity(), (one, other) -> one));
        var names = new HashSet<String>();
        there.forEach(object -> names.add(object.getMetadata().getName()));
        var missing = things.stream()
                .filter(thing -> !shown.containsKey(thing.id()))
                .sorted(Comparator.comparing(Resource::name).thenComparing(Resource::id))
                .toList();
        for (var thing : missing) {
            var name = ObjectNames.of(thing.name(), thing.id(), names);
            names.add(name);
            // somebody may have taken the name since we looked: the next look takes another
            Apply.unlessThere(mirror.kubernetes(), object(tenant, offer.kind(), name, thing));
        }
        things.forEach(thing -> shown.remove(thing.id()));
        shown.values().stream()
                .filter(this::isUnused)
                .forEach(object -> mirror.kubernetes().resource(object).delete());
    }

    private boolean isUnused(HasMetadata object) {
        return object.getMetadata().getDeletionTimestamp() == null
                && mirror.holders(object).isEmpty();
    }

    private static String id(Thing<?, ?> object) {
        var imported = object.getSpec().imported();
        return imported == null ? "" : Objects.requireNonNullElse(imported.id(), "");
    }

    private static GenericKubernetesResource object(
            Tenant tenant, Class<? extends HasMetadata> kind, String name, Resource thing) {
        var object = new GenericKubernetesResource();
        object.setApiVersion(HasMetadata.getApiVersion(kind));
        object.setKind(HasMetadata.getKind(kind));
        var labels = new HashMap<>(Space.labels(tenant));
        labels.put(CATALOGUE, "true");
        object.setMetadata(new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(tenant.getMetadata().getName())
                .withLabels(labels)
                .build());
        object.setAdditionalProperty("spec", Map.of("managementPolicy", "Observe", "import", Map.of("id", thing.id())));
        return object;
    }
}
