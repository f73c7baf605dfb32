package dev.allmende.central.identity.role;

import dev.allmende.central.identity.IdentityController;
import dev.allmende.central.keycloak.WantedRole;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;

/** Runs the loop for the kind. */
@ControllerConfiguration(name = "role.identity.allmende.dev")
public final class RoleController extends IdentityController<Role, RoleSpec, WantedRole>
        implements Reconciler<Role>, Cleaner<Role> {

    public RoleController(Surroundings around) {
        super(new RoleKind(), around);
    }
}
