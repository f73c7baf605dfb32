package dev.allmende.central.identity.client;

import dev.allmende.central.identity.IdentityController;
import dev.allmende.central.keycloak.WantedClient;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;

/** Runs the loop for the kind. */
@ControllerConfiguration(name = "client.identity.allmende.dev")
public final class ClientController extends IdentityController<Client, ClientSpec, WantedClient>
        implements Reconciler<Client>, Cleaner<Client> {

    public ClientController(Surroundings around) {
        super(new ClientKind(), around);
    }
}
