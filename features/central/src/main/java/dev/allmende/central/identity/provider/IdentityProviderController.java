package dev.allmende.central.identity.provider;

import dev.allmende.central.identity.IdentityController;
import dev.allmende.central.keycloak.WantedProvider;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;

/** Runs the loop for the kind. */
@ControllerConfiguration(name = "identityprovider.identity.allmende.dev")
public final class IdentityProviderController
        extends IdentityController<IdentityProvider, IdentityProviderSpec, WantedProvider>
        implements Reconciler<IdentityProvider>, Cleaner<IdentityProvider> {

    public IdentityProviderController(Surroundings around) {
        super(new IdentityProviderKind(), around);
    }
}
