package dev.allmende.status.lifecycle;

import dev.allmende.openstack.compute.Server;
import dev.allmende.openstack.network.Port;
import dev.allmende.openstack.network.SecurityGroup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A server in a network of its own, whose guest is seen to run.
 *
 * @param image name or identifier
 * @param flavor name or identifier
 * @param check how the guest is seen
 */
public record ServerCycle(String image, String flavor, Check check) implements Cycle {

    private static final Duration ACTIVE = Duration.ofMinutes(2);
    private static final Duration GUEST = Duration.ofMinutes(3);
    private static final int LINES = 500;

    /** How a guest is seen to run. */
    public sealed interface Check {}

    /**
     * By a text on its console.
     *
     * @param text empty: one of ours, which the guest writes as the user data tells it; that proves the metadata service too
     */
    public record Console(Optional<String> text) implements Check {}

    /**
     * By an SSH server (RFC 4253, section 4.2) behind a floating IP.
     *
     * @param external network of the floating IP, by name or identifier
     */
    public record Ssh(String external) implements Check {}

    private record Found(String image, String flavor) {}

    @Override
    public void live(Life life, Place place) throws InterruptedException {
        var found = life.step(
                "catalog",
                () -> new Found(Place.id(place.images(), "image", image), Place.id(place.flavors(), "flavor", flavor)));
        var home = Home.make(life, place);
        var external = check instanceof Ssh(var name) ? Optional.of(place.external(name)) : Optional.<String>empty();
        Home.connect(life, place, home, external); // many clouds serve metadata by the router
        var port = port(life, place, home);
        var wish = place.server()
                .marked(
                        new Server.Wish()
                                .image(found.image())
                                .flavor(found.flavor())
                                .ports(List.of(port.id()))
                                .userData(userData(life.run())),
                        life.run());
        var server =
                life.makeBy(place.server(), () -> Place.server(place.computing().create(wish)));
        life.ready("active", ACTIVE, place.server(), server);
        see(life, place, server, port, external);
    }

    private static Port port(Life life, Place place, Home home) {
        var group = life.make(place.group(), new SecurityGroup.Wish());
        Home.open(life, place, group.id());
        return life.make(place.port(), new Port.Wish().network(home.network()).securityGroups(List.of(group.id())));
    }

    private void see(Life life, Place place, Server server, Port port, Optional<String> external)
            throws InterruptedException {
        switch (check) {
            case Console(var text) -> {
                var wanted = text.orElseGet(() -> life.run().name());
                life.await(
                        "console",
                        GUEST,
                        () -> Optional.of(place.computing().console(server.id(), LINES))
                                .filter(console -> console.contains(wanted)));
            }
            case Ssh ssh -> {
                var address = Home.lead(life, place, external.orElseThrow(), port.id())
                        .address();
                life.await("ssh", GUEST, () -> Greeting.of(address));
            }
        }
    }

    /** Whoever runs scripts from user data writes the run's name on the console. */
    private static byte[] userData(Run run) {
        return "#!/bin/sh\necho %s > /dev/console\n".formatted(run.name()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<Sort<?>> sorts(Place place) {
        return List.of(
                place.server(),
                place.floatingIp(),
                place.port(),
                place.router(),
                place.subnet(),
                place.network(),
                place.group());
    }
}
