package dev.allmende.central.bucket;

import dev.allmende.central.Site;
import dev.allmende.devcloud.DevCloud;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Clouds;
import dev.allmende.peer.s3.S3;
import dev.allmende.peer.s3.S3Address;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;

/** The object store of a made-up cloud. */
final class MadeUpStore implements AutoCloseable {

    private final Site site = Site.madeUp();
    private final Cloud own = Clouds.open(site.own(), ClientOptions.standard("test"));
    private final Cloud neighbour = Clouds.open(site.neighbour(), ClientOptions.standard("test"));

    Cloud cloud() {
        return own;
    }

    /** With a pair of keys of its own. */
    S3 open(boolean isNeighbour) {
        var cloud = isNeighbour ? neighbour : own;
        var access = Ec2Credentials.accessKey("test", System.nanoTime());
        var keys = new Ec2Credentials(cloud, new SecureRandom()).create(access);
        var url = site.devcloud().map(DevCloud::url).orElseThrow();
        return new S3(S3Address.of(URI.create(url)), keys, Clock.systemUTC());
    }

    @Override
    public void close() {
        own.close();
        neighbour.close();
        site.devcloud().ifPresent(DevCloud::close);
    }
}
