package dev.allmende.central.servergroup;

import dev.allmende.api.Status;
import dev.allmende.api.compute.ServerGroup;
import dev.allmende.api.compute.ServerGroupSeen;
import dev.allmende.central.keep.Keeping;
import dev.allmende.kit.Controller;
import java.util.List;

/** Makes the controller of server groups. */
public final class ServerGroupWiring {

    private ServerGroupWiring() {}

    public static Controller<ServerGroup, Status<ServerGroupSeen>> controller(Keeping keeping) {
        return keeping.controller(ServerGroup.class, new ServerGroupRecipe(keeping.mirror()), List.of());
    }
}
