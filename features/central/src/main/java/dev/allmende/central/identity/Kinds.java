package dev.allmende.central.identity;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All kinds of the group, and who of them uses whom. */
public final class Kinds implements IdentityController.Users {

    /** So many are named; a realm may have tens of thousands of users. */
    private static final int MOST = 20;

    private final List<Kind<?, ?, ?>> all;

    public Kinds(List<Kind<?, ?, ?>> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public List<String> of(KubernetesClient kubernetes, Thing<?> resource) {
        var users = new ArrayList<String>();
        for (var kind : all) {
            if (kind.needs().contains(resource.getClass())) {
                users.addAll(of(kind, kubernetes, resource));
            }
        }
        var more = users.size() - MOST;
        return Stream.concat(
                        users.stream().sorted().limit(MOST),
                        more > 0 ? Stream.of("and " + more + " more") : Stream.empty())
                .toList();
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
