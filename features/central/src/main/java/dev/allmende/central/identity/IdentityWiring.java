package dev.allmende.central.identity;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.Thing;
import dev.allmende.api.identity.Client;
import dev.allmende.api.identity.Group;
import dev.allmende.api.identity.IdentityProvider;
import dev.allmende.api.identity.Realm;
import dev.allmende.api.identity.Role;
import dev.allmende.api.identity.User;
import dev.allmende.api.identity.UserIdentity;
import dev.allmende.central.keep.Keeping;
import dev.allmende.central.tenant.Secrets;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the controllers of the group. */
public final class IdentityWiring {

    private IdentityWiring() {}

    public static List<Controller<?, ?>> controllers(Keeping keeping, Keycloaks keycloaks) {
        var finder =
                new Finder(keeping.references(), new Secrets(keeping.mirror().kubernetes()), keycloaks);
        return List.of(
                keeping.controller(Realm.class, new RealmClaims(finder), List.of()),
                keeping.controller(
                        Client.class,
                        new ClientClaims(finder),
                        List.of(realm(client -> client.getSpec().realmRef()))),
                keeping.controller(
                        Group.class,
                        new GroupClaims(finder),
                        List.of(
                                realm(group -> group.getSpec().realmRef()),
                                Dependency.on(
                                        Group.class,
                                        group -> Stream.ofNullable(
                                                group.getSpec().parentRef())))),
                keeping.controller(
                        Role.class,
                        new RoleClaims(finder),
                        List.of(
                                realm(role -> role.getSpec().realmRef()),
                                Dependency.on(
                                        Client.class,
                                        role -> Stream.ofNullable(role.getSpec().clientRef())))),
                keeping.controller(
                        IdentityProvider.class,
                        new IdentityProviderClaims(finder),
                        List.of(realm(provider -> provider.getSpec().realmRef()))),
                keeping.controller(
                        User.class,
                        new UserClaims(finder),
                        List.of(
                                realm(user -> user.getSpec().realmRef()),
                                Dependency.on(
                                        Group.class, user -> all(user.getSpec().groupRefs())),
                                Dependency.on(
                                        IdentityProvider.class,
                                        user -> all(user.getSpec().identities()).map(UserIdentity::providerRef)))));
    }

    private static <R extends Thing<?, ?>> Dependency<R, Realm> realm(Function<R, ObjectReference> reference) {
        return Dependency.on(Realm.class, resource -> Stream.of(reference.apply(resource)));
    }

    private static <E> Stream<E> all(@Nullable List<E> list) {
        return list == null ? Stream.of() : list.stream();
    }
}
