package dev.allmende.central.server;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.Thing;
import dev.allmende.api.compute.Flavor;
import dev.allmende.api.compute.KeyPair;
import dev.allmende.api.compute.Server;
import dev.allmende.api.compute.ServerBoot;
import dev.allmende.api.compute.ServerGroup;
import dev.allmende.api.compute.ServerNetwork;
import dev.allmende.api.image.Image;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Port;
import dev.allmende.api.network.SecurityGroup;
import dev.allmende.api.storage.Volume;
import dev.allmende.central.keep.References;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.compute.Disk;
import dev.allmende.openstack.compute.Nic;
import dev.allmende.openstack.compute.Server.Wish;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What is asked for when a server is made: all that it refers to must be ready. */
record NewServer(References references, UserData userData) {

    Sought<Wish> wish(Server server, Wish first) {
        var spec = server.getSpec();
        return plain(server, first)
                .then(wish -> with(wish, Flavor.class, server, spec.flavorRef(), Wish::flavor))
                .then(wish -> with(wish, KeyPair.class, server, spec.keyPairRef(), Wish::keyPair))
                .then(wish -> with(wish, ServerGroup.class, server, spec.serverGroupRef(), Wish::group))
                .then(wish -> booted(server, wish))
                .then(wish -> plugged(server, wish))
                .then(wish -> told(server, wish));
    }

    private static Sought<Wish> plain(Server server, Wish first) {
        var spec = server.getSpec();
        var wish = spec.metadata() == null ? first : first.metadata(spec.metadata());
        wish = spec.configDrive() == null ? wish : wish.configDrive(spec.configDrive());
        return Sought.of(spec.availabilityZone() == null ? wish : wish.zone(spec.availabilityZone()));
    }

    private <D extends Thing<?, ?>> Sought<Wish> with(
            Wish wish,
            Class<D> kind,
            Server server,
            @Nullable ObjectReference reference,
            BiFunction<Wish, String, Wish> set) {
        return reference == null
                ? Sought.of(wish)
                : references.id(kind, server, reference).map(id -> set.apply(wish, id));
    }

    private Sought<Wish> booted(Server server, Wish wish) {
        var boot =
                Objects.requireNonNull(server.getSpec().boot(), "a server that is to be made says what it boots from");
        if (boot.imageRef() != null) {
            return references.id(Image.class, server, boot.imageRef()).map(wish::image);
        }
        return root(server, boot).map(root -> wish.disks(List.of(root)));
    }

    private Sought<Disk> root(Server server, ServerBoot boot) {
        var made = boot.newVolume();
        if (made == null) {
            return references
                    .id(Volume.class, server, Objects.requireNonNull(boot.volumeRef()))
                    .map(Disk.Existing::new);
        }
        var type = Objects.requireNonNullElse(made.type(), "");
        boolean goes = !Boolean.FALSE.equals(made.deleteOnTermination());
        return references
                .id(Image.class, server, made.imageRef())
                .map(image -> new Disk.FromImage(image, made.size(), type, goes));
    }

    private Sought<Wish> plugged(Server server, Wish wish) {
        var nics = Sought.all(Wanted.list(server.getSpec().networks()).stream().map(network -> nic(server, network)));
        return nics.map(each -> each.isEmpty() ? wish.noNetwork() : wish.nics(each))
                .then(plugged -> guarded(server, plugged));
    }

    private Sought<Wish> guarded(Server server, Wish wish) {
        var groups = server.getSpec().securityGroupRefs();
        return groups == null
                ? Sought.of(wish)
                : references.ids(SecurityGroup.class, server, groups).map(wish::securityGroups);
    }

    private Sought<Nic> nic(Server server, ServerNetwork network) {
        if (network.portRef() != null) {
            return references.id(Port.class, server, network.portRef()).map(Nic.OfPort::new);
        }
        var fixed = Objects.requireNonNullElse(network.fixedIP(), "");
        var place = Objects.requireNonNull(network.networkRef(), "networkRef, where there is no portRef");
        return references.id(Network.class, server, place).map(id -> new Nic.InNetwork(id, fixed));
    }

    private Sought<Wish> told(Server server, Wish wish) {
        var from = server.getSpec().userDataFrom();
        return from == null
                ? Sought.of(wish)
                : userData.read(server.getMetadata().getNamespace(), from).map(wish::userData);
    }
}
