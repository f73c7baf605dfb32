package dev.allmende.central.identity;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;

/** All kinds of the group, and who of them uses whom. */
public final class Kinds implements IdentityController.Users {

    private final List<Kind<?, ?, ?>> all;

    public Kinds(List<Kind<?, ?, ?>> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public List<String> of(KubernetesClient kubernetes, Thing<?> resource) {
        var users = new ArrayList<String>();
        for (var kind : all) {
            users.addAll(of(kind, kubernetes, resource));
        }
        return users.stream().sorted().toList();
    }

    private static <S extends Kept, R extends Thing<S>> List<String> of(
            Kind<S, R, ?> kind, KubernetesClient kubernetes, Thing<?> resource) {
        var list = kubernetes
                .resources(kind.type())
                .inNamespace(resource.getMetadata().getNamespace());
        return list.list().getItems().stream()
                .filter(other -> kind.references(other.getSpec()).contains(resource.reference()))
                .map(other -> other.reference().toString())
                .toList();
    }
}
