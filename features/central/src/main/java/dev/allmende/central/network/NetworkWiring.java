package dev.allmende.central.network;

import dev.allmende.api.Status;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.NetworkSeen;
import dev.allmende.central.keep.Keeping;
import dev.allmende.kit.Controller;
import java.util.List;

/** Makes the controller of networks. */
public final class NetworkWiring {

    private NetworkWiring() {}

    public static Controller<Network, Status<NetworkSeen>> controller(Keeping keeping) {
        return keeping.controller(Network.class, new NetworkRecipe(), List.of());
    }
}
