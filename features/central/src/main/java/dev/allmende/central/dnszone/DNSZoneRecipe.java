package dev.allmende.central.dnszone;

import dev.allmende.api.dns.DNSZone;
import dev.allmende.api.dns.DNSZoneSeen;
import dev.allmende.central.keep.Recipe;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.dns.Naming;
import dev.allmende.openstack.dns.Zone;
import dev.allmende.openstack.dns.Zone.Wish;
import dev.allmende.openstack.resource.Resources;

/** What is particular to zones: their name is the domain's. */
record DNSZoneRecipe() implements Recipe<DNSZone, DNSZoneSeen, Wish, Zone> {

    @Override
    public Sought<Resources<Wish, Zone>> in(Cloud cloud, DNSZone zone) {
        return Sought.of(new Naming(cloud).zones());
    }

    @Override
    public Sought<Wish> sought(DNSZone zone) {
        var spec = zone.getSpec();
        var wish = spec.zone() == null ? new Wish() : new Wish().name(spec.zone());
        wish = spec.email() == null ? wish : wish.email(spec.email());
        return Sought.of(spec.ttl() == null ? wish : wish.ttl(spec.ttl()));
    }

    @Override
    public Wish named(Wish wanted, String name, String description) {
        return wanted.description(description);
    }

    @Override
    public DNSZoneSeen seen(Zone thing) {
        return new DNSZoneSeen(thing.status(), thing.action(), thing.name(), thing.serial(), thing.ttl());
    }
}
