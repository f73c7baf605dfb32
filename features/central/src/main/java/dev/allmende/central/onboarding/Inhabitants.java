package dev.allmende.central.onboarding;

import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.Thing;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.api.tenancy.TenantStatus.Loss;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The objects in a tenant's namespace. Pure, but for the reading. */
record Inhabitants(List<Thing<?, ?>> all) {

    /** From the API itself: none may be missed. */
    static Inhabitants of(KubernetesClient kubernetes, List<Class<? extends Thing<?, ?>>> kinds, Tenant tenant) {
        var place = tenant.getMetadata().getName();
        return new Inhabitants(kinds.stream()
                .<Thing<?, ?>>flatMap(kind -> kubernetes.resources(kind).inNamespace(place).list().getItems().stream())
                .toList());
    }

    /** How many of each kind there are for somebody who would miss them: what is only looked at stays in the cloud. */
    List<Loss> losses() {
        var counts = all.stream()
                .filter(thing -> thing.getSpec().managementPolicy() != ManagementPolicy.OBSERVE)
                .collect(Collectors.groupingBy(Thing::getKind, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(each -> new Loss(each.getKey(), each.getValue().intValue()))
                .toList();
    }

    /** Such as {@code Volume data}. */
    List<String> guarded() {
        return names(thing -> thing.getSpec().managementPolicy() != ManagementPolicy.OBSERVE
                && thing.getSpec().onDelete() == DeletionPolicy.PROTECT);
    }

    List<Thing<?, ?>> staying() {
        return all.stream()
                .filter(thing -> thing.getMetadata().getDeletionTimestamp() == null)
                .toList();
    }

    /** The first few, for a message. */
    String told() {
        return shortened(names(thing -> true));
    }

    private List<String> names(Function<Thing<?, ?>, Boolean> which) {
        return all.stream()
                .filter(which::apply)
                .map(thing -> thing.getKind() + " " + thing.getMetadata().getName())
                .sorted()
                .toList();
    }

    static String shortened(List<String> names) {
        var some = String.join(", ", names.subList(0, Math.min(names.size(), 10)));
        return names.size() > 10 ? "%s and %d more".formatted(some, names.size() - 10) : some;
    }

    static String told(List<Loss> losses) {
        return losses.stream().map(loss -> loss.count() + " " + loss.kind()).collect(Collectors.joining(", "));
    }
}
