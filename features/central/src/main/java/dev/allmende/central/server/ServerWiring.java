package dev.allmende.central.server;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.Status;
import dev.allmende.api.compute.Flavor;
import dev.allmende.api.compute.KeyPair;
import dev.allmende.api.compute.Server;
import dev.allmende.api.compute.ServerBoot;
import dev.allmende.api.compute.ServerBoot.NewVolume;
import dev.allmende.api.compute.ServerGroup;
import dev.allmende.api.compute.ServerNetwork;
import dev.allmende.api.compute.ServerSeen;
import dev.allmende.api.compute.ServerVolume;
import dev.allmende.api.image.Image;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Port;
import dev.allmende.api.network.SecurityGroup;
import dev.allmende.api.storage.Volume;
import dev.allmende.central.keep.Keeping;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the controller of servers. */
public final class ServerWiring {

    private ServerWiring() {}

    public static Controller<Server, Status<ServerSeen>> controller(Keeping keeping) {
        var references = keeping.references();
        var userData = new UserData(keeping.mirror().kubernetes());
        return keeping.controller(
                Server.class, new ServerRecipe(references, new NewServer(references, userData)), needs());
    }

    private static List<Dependency<Server, ?>> needs() {
        return List.of(
                Dependency.on(
                        Flavor.class,
                        server -> Stream.ofNullable(server.getSpec().flavorRef())),
                Dependency.on(
                        KeyPair.class,
                        server -> Stream.ofNullable(server.getSpec().keyPairRef())),
                Dependency.on(
                        ServerGroup.class,
                        server -> Stream.ofNullable(server.getSpec().serverGroupRef())),
                Dependency.on(Image.class, ServerWiring::images),
                Dependency.on(Network.class, ServerWiring::networks),
                Dependency.on(Port.class, ServerWiring::ports),
                Dependency.on(
                        SecurityGroup.class,
                        server -> Wanted.list(server.getSpec().securityGroupRefs()).stream()),
                Dependency.on(Volume.class, ServerWiring::volumes));
    }

    private static Stream<ObjectReference> images(Server server) {
        return Optional.ofNullable(server.getSpec().boot()).stream()
                .flatMap(boot -> Stream.concat(
                        Stream.ofNullable(boot.imageRef()),
                        Stream.ofNullable(boot.newVolume()).map(NewVolume::imageRef)));
    }

    private static Stream<ObjectReference> networks(Server server) {
        return Wanted.list(server.getSpec().networks()).stream().map(ServerNetwork::networkRef);
    }

    private static Stream<ObjectReference> ports(Server server) {
        return Wanted.list(server.getSpec().networks()).stream().map(ServerNetwork::portRef);
    }

    private static Stream<ObjectReference> volumes(Server server) {
        return Stream.concat(
                Wanted.list(server.getSpec().volumes()).stream().map(ServerVolume::volumeRef),
                Stream.ofNullable(server.getSpec().boot()).map(ServerBoot::volumeRef));
    }
}
