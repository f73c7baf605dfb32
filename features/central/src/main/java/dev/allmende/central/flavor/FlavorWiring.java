package dev.allmende.central.flavor;

import dev.allmende.api.Status;
import dev.allmende.api.compute.Flavor;
import dev.allmende.api.compute.FlavorSeen;
import dev.allmende.central.keep.Keeping;
import dev.allmende.kit.Controller;
import java.util.List;

/** Makes the controller of flavors. */
public final class FlavorWiring {

    private FlavorWiring() {}

    public static Controller<Flavor, Status<FlavorSeen>> controller(Keeping keeping) {
        return keeping.controller(Flavor.class, new FlavorRecipe(), List.of());
    }
}
