package dev.allmende.central.identity.realm;

import dev.allmende.central.identity.IdentityController;
import dev.allmende.central.keycloak.WantedRealm;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;

/** Runs the loop for the kind. */
@ControllerConfiguration(name = "realm.identity.allmende.dev")
public final class RealmController extends IdentityController<Realm, RealmSpec, WantedRealm>
        implements Reconciler<Realm>, Cleaner<Realm> {

    public RealmController(Surroundings around) {
        super(new RealmKind(), around);
    }
}
