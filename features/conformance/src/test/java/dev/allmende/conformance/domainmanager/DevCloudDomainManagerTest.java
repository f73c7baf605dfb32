package dev.allmende.conformance.domainmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.run.RealCloud;
import dev.allmende.conformance.testcase.Verdict;
import dev.allmende.devcloud.DevCloud;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.config.CloudConfigs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevCloudDomainManagerTest {

    @TempDir
    private @Nullable Path folder;

    @Test
    void aCloudWithTheRoleOfKeystone20242Passes() throws IOException {
        try (var devcloud = DevCloud.start(Scenario.named("good"))) {
            var home = Objects.requireNonNull(folder);
            var file = Files.writeString(home.resolve("clouds.yaml"), devcloud.cloudsYaml());
            var configs = CloudConfigs.read(Map.of("OS_CLIENT_CONFIG_FILE", file.toString()), home, home);
            var options = ClientOptions.standard("test");
            try (var cloud = Clouds.open(configs.get("devcloud"), options)) {
                var outcomes = RealCloud.check(
                        cloud, configs.get("devcloud-admin"), home.resolve("runs"), DomainManagerCases.all());

                assertThat(outcomes.getFirst().strict().verdict())
                        .as("%s", outcomes)
                        .isEqualTo(Verdict.PASS);
            }
        }
    }
}
