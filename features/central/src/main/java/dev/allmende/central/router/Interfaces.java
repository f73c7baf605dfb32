package dev.allmende.central.router;

import dev.allmende.central.keep.Change;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.network.Port;
import java.util.List;

/** The interfaces that a router has, and what they lack. */
record Interfaces(Networking net, String router, List<Port> have) {

    private static final String PATH = "interfaces";
    private static final String NONE = "none";

    Interfaces(Networking net, String router) {
        this(net, router, net.interfaces(router));
    }

    List<Change> surplus(List<Plug> wanted) {
        return have.stream()
                .filter(port -> wanted.stream().noneMatch(plug -> plug.isIn(port)))
                .map(port -> Change.of(PATH, NONE, "port " + port.id(), () -> net.removePort(router, port.id())))
                .toList();
    }

    List<Change> missing(List<Plug> wanted) {
        return wanted.stream()
                .filter(plug -> have.stream().noneMatch(plug::isIn))
                .map(plug -> Change.of(PATH, plug.toString(), NONE, () -> plug.into(net, router)))
                .toList();
    }
}
