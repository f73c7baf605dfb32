package dev.allmende.central.objectbucket;

import dev.allmende.central.Ground;
import dev.allmende.central.bucket.Ec2Credentials;
import dev.allmende.devcloud.DevCloud;
import dev.allmende.peer.s3.S3;
import dev.allmende.peer.s3.S3Address;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;

/** The S3 of a made-up cloud, with pairs of keys that a test made for itself. */
final class MadeUp {

    private MadeUp() {}

    static String access(boolean isStranger) {
        return Ec2Credentials.accessKey("test", isStranger ? 2 : 1);
    }

    static S3 open(Ground ground, boolean isStranger) {
        var cloud = isStranger ? ground.admin() : ground.cloud();
        var pairs = new Ec2Credentials(cloud, new SecureRandom());
        var access = access(isStranger);
        var keys = pairs.find(access).orElseGet(() -> pairs.create(access));
        var url = ground.site().devcloud().map(DevCloud::url).orElseThrow();
        return new S3(S3Address.of(URI.create(url)), keys, Clock.systemUTC());
    }
}
