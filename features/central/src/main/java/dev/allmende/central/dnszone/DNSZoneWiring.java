package dev.allmende.central.dnszone;

import dev.allmende.api.Status;
import dev.allmende.api.dns.DNSZone;
import dev.allmende.api.dns.DNSZoneSeen;
import dev.allmende.central.keep.Keeping;
import dev.allmende.kit.Controller;
import java.util.List;

/** Makes the controller of zones. */
public final class DNSZoneWiring {

    private DNSZoneWiring() {}

    public static Controller<DNSZone, Status<DNSZoneSeen>> controller(Keeping keeping) {
        return keeping.controller(DNSZone.class, new DNSZoneRecipe(), List.of());
    }
}
