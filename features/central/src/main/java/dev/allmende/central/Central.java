package dev.allmende.central;

import dev.allmende.api.Thing;
import dev.allmende.central.cloud.CloudWiring;
import dev.allmende.central.dnsrecordset.DNSRecordSetWiring;
import dev.allmende.central.dnszone.DNSZoneWiring;
import dev.allmende.central.flavor.FlavorWiring;
import dev.allmende.central.floatingip.FloatingIPWiring;
import dev.allmende.central.identity.IdentityWiring;
import dev.allmende.central.identity.Keycloaks;
import dev.allmende.central.image.ImageWiring;
import dev.allmende.central.keep.Keeping;
import dev.allmende.central.keypair.KeyPairWiring;
import dev.allmende.central.loadbalancer.LoadBalancerWiring;
import dev.allmende.central.network.NetworkWiring;
import dev.allmende.central.objectbucket.ObjectBucketWiring;
import dev.allmende.central.objectbucket.Stores;
import dev.allmende.central.objectbucketcredentials.ObjectBucketCredentialsWiring;
import dev.allmende.central.onboarding.TenantWiring;
import dev.allmende.central.port.PortWiring;
import dev.allmende.central.quota.QuotaWiring;
import dev.allmende.central.router.RouterWiring;
import dev.allmende.central.securitygroup.SecurityGroupWiring;
import dev.allmende.central.server.ServerWiring;
import dev.allmende.central.servergroup.ServerGroupWiring;
import dev.allmende.central.subnet.SubnetWiring;
import dev.allmende.central.tenant.Projects;
import dev.allmende.central.volume.VolumeWiring;
import dev.allmende.central.volumebackup.VolumeBackupWiring;
import dev.allmende.central.volumebackupschedule.VolumeBackupScheduleWiring;
import dev.allmende.central.volumesnapshot.VolumeSnapshotWiring;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Mirror;
import dev.allmende.openstack.ClientOptions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** This room: its controllers, and the logins that they share. To be closed after the controllers have ended. */
public final class Central implements AutoCloseable {

    private final Projects projects;
    private final Keycloaks keycloaks = new Keycloaks(Clock.systemUTC());
    private final Stores stores;
    private final List<Controller<?, ?>> controllers;

    public Central(Mirror mirror, ClientOptions options) {
        projects = new Projects(mirror, options);
        stores = new Stores(mirror, projects, Clock.systemUTC(), new SecureRandom());
        var keeping = new Keeping(mirror, projects);
        var openstack = List.<Controller<?, ?>>of(
                NetworkWiring.controller(keeping),
                SubnetWiring.controller(keeping),
                FlavorWiring.controller(keeping),
                KeyPairWiring.controller(keeping),
                ServerGroupWiring.controller(keeping),
                ImageWiring.controller(keeping),
                ServerWiring.controller(keeping),
                VolumeWiring.controller(keeping),
                VolumeSnapshotWiring.controller(keeping),
                VolumeBackupWiring.controller(keeping),
                VolumeBackupScheduleWiring.controller(keeping, options.clock()),
                DNSZoneWiring.controller(keeping),
                DNSRecordSetWiring.controller(keeping),
                LoadBalancerWiring.controller(keeping),
                ObjectBucketWiring.controller(keeping, stores),
                ObjectBucketCredentialsWiring.controller(keeping, stores, options.clock()),
                QuotaWiring.controller(projects, Clock.systemUTC()),
                RouterWiring.controller(keeping),
                SecurityGroupWiring.controller(keeping),
                PortWiring.controller(keeping),
                FloatingIPWiring.controller(keeping));
        var things = Stream.concat(openstack.stream(), IdentityWiring.controllers(keeping, keycloaks).stream())
                .toList();
        var tenancy = List.<Controller<?, ?>>of(
                CloudWiring.controller(mirror, options),
                TenantWiring.controller(mirror, projects, options.clock(), things(things)));
        controllers = Stream.concat(tenancy.stream(), things.stream()).toList();
    }

    /** Kinds whose objects stand for something that would be lost with a tenant. */
    @SuppressWarnings("unchecked") // asked for just before
    private static List<Class<? extends Thing<?, ?>>> things(List<? extends Controller<?, ?>> controllers) {
        return controllers.stream()
                .map(Controller::kind)
                .filter(Thing.class::isAssignableFrom)
                .<Class<? extends Thing<?, ?>>>map(kind -> (Class<? extends Thing<?, ?>>) kind)
                .toList();
    }

    public List<Controller<?, ?>> controllers() {
        return controllers;
    }

    @Override
    public void close() {
        keycloaks.close();
        stores.close();
        projects.close();
    }
}
