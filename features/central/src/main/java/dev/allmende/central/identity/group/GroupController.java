package dev.allmende.central.identity.group;

import dev.allmende.central.identity.IdentityController;
import dev.allmende.central.keycloak.WantedGroup;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;

/** Runs the loop for the kind. */
@ControllerConfiguration(name = "group.identity.allmende.dev")
public final class GroupController extends IdentityController<Group, GroupSpec, WantedGroup>
        implements Reconciler<Group>, Cleaner<Group> {

    public GroupController(Surroundings around) {
        super(new GroupKind(), around);
    }
}
