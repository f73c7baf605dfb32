package dev.allmende.central.dnsrecordset;

import dev.allmende.api.dns.DNSRecordSet;
import dev.allmende.api.dns.DNSRecordSetSeen;
import dev.allmende.api.dns.DNSZone;
import dev.allmende.central.keep.Recipe;
import dev.allmende.central.keep.References;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.dns.Naming;
import dev.allmende.openstack.dns.RecordSet;
import dev.allmende.openstack.dns.RecordSet.Wish;
import dev.allmende.openstack.resource.Resources;

/** What is particular to record sets: they lie in a zone. */
record DNSRecordSetRecipe(References references) implements Recipe<DNSRecordSet, DNSRecordSetSeen, Wish, RecordSet> {

    @Override
    public Sought<Resources<Wish, RecordSet>> in(Cloud cloud, DNSRecordSet set) {
        return references
                .use(DNSZone.class, set, set.getSpec().zoneRef())
                .map(zone -> new Naming(cloud).recordSets(zone));
    }

    @Override
    public Sought<Wish> sought(DNSRecordSet set) {
        var spec = set.getSpec();
        var wish = spec.record() == null ? new Wish() : new Wish().name(spec.record());
        wish = spec.type() == null ? wish : wish.type(spec.type());
        wish = spec.records() == null ? wish : wish.records(spec.records());
        // without one, a set that is there takes the zone's again
        return Sought.of(
                spec.ttl() != null
                        ? wish.ttl(spec.ttl())
                        : References.isMade(set) && spec.imported() == null ? wish.zoneTtl() : wish);
    }

    @Override
    public Wish named(Wish wanted, String name, String description) {
        return wanted.description(description);
    }

    @Override
    public DNSRecordSetSeen seen(RecordSet thing) {
        return new DNSRecordSetSeen(thing.status(), thing.text("action"), thing.name(), thing.records());
    }
}
