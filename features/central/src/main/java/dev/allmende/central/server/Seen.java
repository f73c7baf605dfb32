package dev.allmende.central.server;

import dev.allmende.api.compute.ServerSeen;
import dev.allmende.api.compute.ServerSeen.Address;
import dev.allmende.openstack.compute.Server;
import org.jspecify.annotations.Nullable;

/** What is to be seen of a server. Pure. */
final class Seen {

    private Seen() {}

    static ServerSeen of(Server thing) {
        var addresses = thing.places().stream()
                .map(each -> new Address(each.network(), each.ip(), each.type(), each.mac()))
                .toList();
        return new ServerSeen(
                thing.status(),
                thing.vmState(),
                orNull(thing.taskState()),
                thing.powerState(),
                thing.flavorName(),
                orNull(thing.imageId()),
                addresses.isEmpty() ? null : addresses.getFirst().ip(),
                addresses,
                thing.volumeIds(),
                orNull(thing.zone()),
                orNull(thing.hostId()),
                orNull(thing.fault()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
