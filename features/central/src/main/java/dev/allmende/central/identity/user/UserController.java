package dev.allmende.central.identity.user;

import dev.allmende.central.identity.IdentityController;
import dev.allmende.central.keycloak.WantedUser;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;

/** Runs the loop for the kind. */
@ControllerConfiguration(name = "user.identity.allmende.dev")
public final class UserController extends IdentityController<User, UserSpec, WantedUser>
        implements Reconciler<User>, Cleaner<User> {

    public UserController(Surroundings around) {
        super(new UserKind(), around);
    }
}
