package dev.allmende.central.flavor;

import dev.allmende.api.compute.Flavor;
import dev.allmende.api.compute.FlavorSeen;
import dev.allmende.central.keep.Recipe;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.compute.Computing;
import dev.allmende.openstack.compute.Flavor.Wish;
import dev.allmende.openstack.resource.Resources;

/** What is particular to flavors: they are only looked at. */
record FlavorRecipe() implements Recipe<Flavor, FlavorSeen, Wish, dev.allmende.openstack.compute.Flavor> {

    @Override
    public Sought<Resources<Wish, dev.allmende.openstack.compute.Flavor>> in(Cloud cloud, Flavor flavor) {
        return Sought.of(new Computing(cloud).flavors());
    }

    @Override
    public Sought<Wish> sought(Flavor flavor) {
        return Sought.of(new Wish());
    }

    @Override
    public FlavorSeen seen(dev.allmende.openstack.compute.Flavor thing) {
        return new FlavorSeen(
                thing.name(), thing.vcpus(), thing.ramMib(), thing.diskGib(), thing.isPublic(), thing.extraSpecs());
    }
}
