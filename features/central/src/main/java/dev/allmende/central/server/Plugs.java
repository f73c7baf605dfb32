package dev.allmende.central.server;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.compute.ServerNetwork;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Port;
import dev.allmende.api.network.PortSeen;
import dev.allmende.central.keep.Change;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.compute.Address;
import dev.allmende.openstack.compute.Nic;
import dev.allmende.openstack.compute.Plug;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a server is plugged in. */
record Plugs(ServerLook look) {

    Sought<List<Change>> changes() {
        var wanted = Wanted.parts(look.server(), look.spec().networks());
        return wanted.isEmpty() || looksRight(wanted.get()) ? Sought.of(List.of()) : changes(wanted.get());
    }

    /** What a list of servers shows is enough when it fits; else Nova is asked for this server's ports. */
    private boolean looksRight(List<ServerNetwork> wanted) {
        var places = look.thing().places().stream()
                .filter(place -> place.type().equals("fixed"))
                .toList();
        var macs = places.stream().map(Address::mac).collect(Collectors.toSet());
        return macs.size() == wanted.size() && wanted.stream().allMatch(each -> isShown(each, places));
    }

    private boolean isShown(ServerNetwork wanted, List<Address> places) {
        if (wanted.portRef() != null) {
            var port = look.references().placed(Port.class, look.server(), wanted.portRef());
            var mac = port.map(found -> found.getStatus().observed()).map(PortSeen::mac);
            return places.stream()
                    .anyMatch(place -> mac.filter(place.mac()::equalsIgnoreCase).isPresent());
        }
        var network = look.references().placed(Network.class, look.server(), network(wanted));
        var name = network.map(found -> Objects.requireNonNullElse(
                found.getSpec().name(), found.getMetadata().getName()));
        return places.stream()
                .anyMatch(place -> name.filter(place.network()::equals).isPresent()
                        && (wanted.fixedIP() == null || wanted.fixedIP().equals(place.ip())));
    }

    private Sought<List<Change>> changes(List<ServerNetwork> wanted) {
        var left = new ArrayList<>(look.computing().plugs(look.id()));
        return Sought.all(wanted.stream().map(each -> missing(each, left)))
                .map(each -> Stream.concat(
                                each.stream().flatMap(List::stream),
                                left.stream().map(this::unplugged))
                        .toList());
    }

    private static ObjectReference network(ServerNetwork wanted) {
        return Objects.requireNonNull(wanted.networkRef(), "networkRef, where there is no portRef");
    }

    private Sought<List<Change>> missing(ServerNetwork wanted, List<Plug> left) {
        return wanted.portRef() == null
                ? missing(network(wanted), wanted, left)
                : look.references()
                        .use(Port.class, look.server(), wanted.portRef())
                        .map(port -> missing(port, left));
    }

    private List<Change> missing(String port, List<Plug> left) {
        boolean isThere = left.removeIf(plug -> plug.portId().equals(port));
        return isThere ? List.of() : plugged("port " + port, new Nic.OfPort(port));
    }

    private Sought<List<Change>> missing(ObjectReference reference, ServerNetwork wanted, List<Plug> left) {
        var known = look.references().placed(Network.class, look.server(), reference);
        var fixed = Objects.requireNonNullElse(wanted.fixedIP(), "");
        var found = left.stream()
                .filter(plug -> known.filter(network ->
                                plug.networkId().equals(network.getStatus().id()))
                        .isPresent())
                .filter(plug -> fixed.isEmpty() || plug.addresses().contains(fixed))
                .findFirst();
        found.ifPresent(left::remove);
        return found.isPresent()
                ? Sought.of(List.of())
                : look.references()
                        .id(Network.class, look.server(), reference)
                        .map(id -> plugged("network " + id, new Nic.InNetwork(id, fixed)));
    }

    private List<Change> plugged(String what, Nic nic) {
        return List.of(
                Change.of(what, "plugged in", "not", () -> look.computing().plug(look.id(), nic)));
    }

    private Change unplugged(Plug plug) {
        return Change.of(
                "port " + plug.portId(),
                "not",
                "plugged in",
                () -> look.computing().unplug(look.id(), plug.portId()));
    }
}
