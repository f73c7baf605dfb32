package dev.allmende.central.identity;

import dev.allmende.central.identity.IdentityController.Surroundings;
import dev.allmende.central.identity.client.ClientController;
import dev.allmende.central.identity.client.ClientKind;
import dev.allmende.central.identity.group.GroupController;
import dev.allmende.central.identity.group.GroupKind;
import dev.allmende.central.identity.provider.IdentityProviderController;
import dev.allmende.central.identity.provider.IdentityProviderKind;
import dev.allmende.central.identity.realm.RealmController;
import dev.allmende.central.identity.realm.RealmKind;
import dev.allmende.central.identity.role.RoleController;
import dev.allmende.central.identity.role.RoleKind;
import dev.allmende.central.identity.user.UserController;
import dev.allmende.central.identity.user.UserKind;
import io.javaoperatorsdk.operator.Operator;
import java.time.Clock;
import java.util.List;

/** All controllers of the group, to be registered with an operator. */
public final class IdentityControllers {

    private static final List<Kind<?, ?, ?>> KINDS = List.of(
            new RealmKind(),
            new ClientKind(),
            new GroupKind(),
            new RoleKind(),
            new UserKind(),
            new IdentityProviderKind());

    private IdentityControllers() {}

    public static void register(Operator operator, Pace pace, Clock clock) {
        var around = new Surroundings(new Keycloaks(clock), new Kinds(KINDS), pace, clock);
        operator.register(new RealmController(around));
        operator.register(new ClientController(around));
        operator.register(new GroupController(around));
        operator.register(new RoleController(around));
        operator.register(new UserController(around));
        operator.register(new IdentityProviderController(around));
    }
}
