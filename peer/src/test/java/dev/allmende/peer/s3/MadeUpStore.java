package dev.allmende.peer.s3;

import dev.allmende.devcloud.DevCloud;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.CloudConfigs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;

/** The object store of a made-up cloud. */
final class MadeUpStore implements AutoCloseable {

    private static final String SECRET = "made-up-secret";

    private final DevCloud cloud = DevCloud.start(Scenario.named("good"));

    /** @param login of the cloud, for which a pair of keys is made */
    S3 open(String login) {
        var access = "test-" + Long.toHexString(System.nanoTime());
        try (var opened = Clouds.open(config(login), ClientOptions.standard("test"))) {
            var blob = Json.object().put("access", access).put("secret", SECRET);
            var body = Json.object();
            body.putObject("credential")
                    .put("type", "ec2")
                    .put("user_id", opened.token().userId())
                    .put("project_id", opened.token().projectId().orElseThrow())
                    .put("blob", new String(Json.bytes(blob), StandardCharsets.UTF_8));
            opened.service(ServiceType.IDENTITY).send(Call.post("/credentials", Json.bytes(body)));
        }
        return new S3(S3Address.of(URI.create(cloud.url())), new Keys(access, SECRET), Clock.systemUTC());
    }

    private CloudConfig config(String login) {
        try {
            var file = Files.createTempFile("clouds", ".yaml");
            Files.writeString(file, cloud.cloudsYaml());
            var nowhere = file.resolveSibling("nowhere");
            var config = CloudConfigs.read(Map.of("OS_CLIENT_CONFIG_FILE", file.toString()), nowhere, nowhere)
                    .get(login);
            Files.delete(file);
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cloud.close();
    }
}
