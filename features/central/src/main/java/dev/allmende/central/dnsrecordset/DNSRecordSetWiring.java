package dev.allmende.central.dnsrecordset;

import dev.allmende.api.Status;
import dev.allmende.api.dns.DNSRecordSet;
import dev.allmende.api.dns.DNSRecordSetSeen;
import dev.allmende.api.dns.DNSZone;
import dev.allmende.central.keep.Keeping;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import java.util.List;
import java.util.stream.Stream;

/** Makes the controller of record sets. */
public final class DNSRecordSetWiring {

    private DNSRecordSetWiring() {}

    public static Controller<DNSRecordSet, Status<DNSRecordSetSeen>> controller(Keeping keeping) {
        return keeping.controller(
                DNSRecordSet.class,
                new DNSRecordSetRecipe(keeping.references()),
                List.of(Dependency.on(
                        DNSZone.class, set -> Stream.of(set.getSpec().zoneRef()))));
    }
}
