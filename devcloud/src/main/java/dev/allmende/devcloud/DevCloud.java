package dev.allmende.devcloud;

import dev.allmende.devcloud.compute.Compute;
import dev.allmende.devcloud.dns.Dns;
import dev.allmende.devcloud.fault.Faults;
import dev.allmende.devcloud.http.Front;
import dev.allmende.devcloud.http.Service;
import dev.allmende.devcloud.http.Witness;
import dev.allmende.devcloud.identity.Identity;
import dev.allmende.devcloud.image.ImageService;
import dev.allmende.devcloud.keymanager.KeyManager;
import dev.allmende.devcloud.loadbalancer.LoadBalancer;
import dev.allmende.devcloud.network.NetworkService;
import dev.allmende.devcloud.objectstore.S3;
import dev.allmende.devcloud.objectstore.Store;
import dev.allmende.devcloud.objectstore.Swift;
import dev.allmende.devcloud.placement.Placement;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.volume.Volume;
import dev.allmende.devcloud.world.Ids;
import dev.allmende.devcloud.world.Timeline;
import dev.allmende.devcloud.world.World;
import java.time.Clock;
import java.util.List;

/**
 * A running OpenStack emulator on a port of 127.0.0.1.
 *
 * <pre>{@code
 * try (DevCloud cloud = DevCloud.start(Scenario.named("good"))) {
 *     Files.writeString(file, cloud.cloudsYaml());
 * }
 * }</pre>
 */
public final class DevCloud implements AutoCloseable {
    private final Scenario scenario;
    private final Front front;
    private final Faults faults;

    private DevCloud(Scenario scenario, Front front, Faults faults) {
        this.scenario = scenario;
        this.front = front;
        this.faults = faults;
    }

    /** Starts on a free port with the system's clock. */
    public static DevCloud start(Scenario scenario) {
        return start(scenario, 0, Clock.systemUTC());
    }

    /**
     * @param port 0 for a free one
     * @param clock by which tokens expire and things become ready; a clock that stands still keeps volumes creating
     */
    public static DevCloud start(Scenario scenario, int port, Clock clock) {
        Timeline timeline = new Timeline(clock);
        World world = new World(new Ids(scenario.seed()), timeline);
        Faults faults = new Faults(scenario.faults());
        Identity identity = new Identity(scenario, world);
        String provider = world.ids().hex("project", "the provider");
        ImageService images = new ImageService(scenario, world, faults, provider);
        NetworkService network = new NetworkService(scenario, world, faults, provider);
        Volume volume = new Volume(scenario, world, faults);
        Store store = new Store();
        Compute compute = new Compute(scenario, world, faults, images, network.serverPorts(), volume.attachments());
        compute.seed(identity::projectId, provider);
        List<Service> services = List.of(
                identity,
                images,
                network,
                volume,
                compute,
                new KeyManager(world),
                new Placement(),
                new LoadBalancer(scenario, world, faults, network.serverPorts()),
                new Swift(world, store),
                new Dns(scenario, world, faults));
        Front front = new Front(port, timeline, faults, identity.tokens()::revokeAll);
        front.serve(services, new S3(world, store, identity::pair), identity.tokens()::caller);
        return new DevCloud(scenario, front, faults);
    }

    /** Scheme, host and port, without a slash at the end. */
    public String url() {
        return front.url();
    }

    /** The URL of Keystone. */
    public String authUrl() {
        return url() + "/identity/v3";
    }

    /** Text for a clouds.yaml with an entry for each user of the scenario that names one. */
    public String cloudsYaml() {
        return CloudsYaml.of(scenario, authUrl());
    }

    /** Faults, to be switched on and off while the cloud runs. */
    public Faults faults() {
        return faults;
    }

    /** Has somebody see all requests from now on. */
    public void witness(Witness witness) {
        front.witness(witness);
    }

    /** How many requests have come in. */
    public long requests() {
        return front.served();
    }

    @Override
    public void close() {
        front.close();
    }
}
