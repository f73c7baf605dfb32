package dev.allmende.central.keypair;

import dev.allmende.api.compute.KeyPair;
import dev.allmende.api.compute.KeyPairSeen;
import dev.allmende.central.keep.Recipe;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.compute.Computing;
import dev.allmende.openstack.compute.KeyPair.Wish;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.resource.Resources;
import java.util.Objects;

/**
 * What is particular to key pairs: they belong to the user who is logged in, their name is their identifier, and they have no
 * place for a mark. One of the same name is ours when it has our key; with another key Nova refuses the second as a conflict.
 */
record KeyPairRecipe(KeySecrets secrets)
        implements Recipe<KeyPair, KeyPairSeen, Wish, dev.allmende.openstack.compute.KeyPair> {

    @Override
    public Sought<Resources<Wish, dev.allmende.openstack.compute.KeyPair>> in(Cloud cloud, KeyPair pair) {
        return Sought.of(new Computing(cloud).keyPairs());
    }

    @Override
    public Sought<Wish> sought(KeyPair pair) {
        var spec = pair.getSpec();
        if (spec.imported() != null) {
            return Sought.of(new Wish());
        }
        return spec.publicKey() == null
                ? secrets.publicKey(pair).map(key -> new Wish().publicKey(key))
                : Sought.of(new Wish().publicKey(spec.publicKey().strip()));
    }

    /** One that was imported keeps its name: it is its identifier. */
    @Override
    public Wish named(Wish wanted, String name, String description) {
        return wanted.fields().isEmpty() ? wanted : wanted.name(name);
    }

    /** Somebody else put another key under the name: Nova knows no change, so it is made anew. */
    @Override
    public dev.allmende.openstack.compute.KeyPair send(
            Cloud cloud,
            Resources<Wish, dev.allmende.openstack.compute.KeyPair> pairs,
            dev.allmende.openstack.compute.KeyPair thing,
            Wish changes) {
        pairs.delete(thing.id());
        return pairs.create(changes.name(thing.id()));
    }

    @Override
    public boolean isOwn(KeyPair pair, dev.allmende.openstack.compute.KeyPair thing, Mark mark, Mark.Place place) {
        var name = Objects.requireNonNullElse(
                pair.getSpec().name(), pair.getMetadata().getName());
        return thing.name().equals(name)
                && sought(pair) instanceof Sought.Wants<Wish>(var wish)
                && wish.fields()
                        .value("public_key")
                        .filter(key -> key.asText().equals(thing.publicKey()))
                        .isPresent();
    }

    @Override
    public KeyPairSeen seen(dev.allmende.openstack.compute.KeyPair thing) {
        return new KeyPairSeen(thing.fingerprint(), thing.text("type"), thing.publicKey());
    }
}
