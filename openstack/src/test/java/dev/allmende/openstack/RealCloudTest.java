package dev.allmende.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.openstack.OpenStackException.Kind;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.CloudConfigs;
import dev.allmende.openstack.config.Credential;
import dev.allmende.openstack.config.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the real test bed; OS_CLIENT_CONFIG_FILE must name its clouds.yaml. Reads only. */
@Tag("real")
class RealCloudTest {

    private static final CloudConfigs CONFIGS = configs();

    private static CloudConfigs configs() {
        var file = System.getenv("OS_CLIENT_CONFIG_FILE");
        if (file == null) {
            throw new IllegalStateException("set OS_CLIENT_CONFIG_FILE to the clouds.yaml of the test bed");
        }
        var env = new HashMap<String, String>();
        env.put("OS_CLIENT_CONFIG_FILE", file);
        return CloudConfigs.read(env, Path.of(System.getProperty("user.home")), Path.of(""));
    }

    private static Cloud open(CloudConfig config) {
        return Clouds.open(config, ClientOptions.standard("test"));
    }

    private static Cloud open(String cloud) {
        return open(CONFIGS.get(cloud));
    }

    @ParameterizedTest
    @CsvSource({
        "testbed,demo,member",
        "testbed-admin,admin,admin",
        "testbed-domain-manager,tenants-manager,domain-manager"
    })
    void logsInByPassword(String name, String user, String role) {
        try (var cloud = open(name)) {
            assertThat(cloud.token().userName()).isEqualTo(user);
            assertThat(cloud.token().roles()).contains(role);
            assertThat(cloud.token().expiresAt()).isPresent();
        }
    }

    @Test
    void logsInToTheSystem() {
        try (var cloud = open("testbed-system")) {
            assertThat(cloud.token().system()).isTrue();
            assertThat(cloud.token().projectId()).isEmpty();
            assertThat(cloud.service(ServiceType.IDENTITY).pages(Call.get("/users"), "users"))
                    .hasSize(1);
        }
    }

    @Test
    void namesUserUrlAndRemedyWhenThePasswordIsWrong() {
        var config = CONFIGS.get("testbed");
        var user = ((Credential.Password) config.credential()).user();
        var wrong = new CloudConfig(
                config.name(),
                config.origin(),
                config.region(),
                config.authUrl(),
                new Credential.Password(user, new Secret("no-such-password")),
                config.scope(),
                config.tls(),
                config.interfaces(),
                Map.of(),
                config.apiTimeout());
        try (var cloud = open(wrong)) {
            assertThatThrownBy(cloud::token)
                    .isInstanceOfSatisfying(
                            OpenStackException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CREDENTIAL))
                    .hasMessageContainingAll("cloud 'testbed'", config.authUrl(), "user 'demo'", "check username")
                    .hasMessageNotContaining("no-such-password");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "COMPUTE,/flavors/detail,flavors",
        "COMPUTE,/servers,servers",
        "IMAGE,/images,images",
        "NETWORK,/networks,networks",
        "BLOCK_STORAGE,/types,volume_types",
        "BLOCK_STORAGE,/volumes,volumes",
        "KEY_MANAGER,/secrets,secrets",
        "LOAD_BALANCER,/lbaas/loadbalancers,loadbalancers",
        "DNS,/zones,zones",
        "PLACEMENT,/,versions",
        "OBJECT_STORE,?format=json,containers",
        "IDENTITY,/auth/projects,projects",
    })
    void listsOfEachServiceAreReached(ServiceType type, String path, String collection) {
        try (var cloud = open("testbed")) {
            var call = path.startsWith("?") ? Call.get("/").with("format", "json") : Call.get(path);
            var pages = cloud.service(type).pages(call, collection);
            assertThat(pages).isNotEmpty().allMatch(Answer::ok);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "COMPUTE,/flavors/detail,flavors",
        "IMAGE,/images,images",
        "NETWORK,/networks,networks",
        "BLOCK_STORAGE,/types,volume_types",
    })
    void pagesOfOneHoldWhatOnePageHolds(ServiceType type, String path, String collection) {
        try (var cloud = open("testbed")) {
            var service = cloud.service(type);
            assertThat(ids(service.pages(Call.get(path).with("limit", "1"), collection), collection))
                    .isEqualTo(ids(service.pages(Call.get(path), collection), collection))
                    .doesNotHaveDuplicates();
        }
    }

    private static java.util.List<String> ids(java.util.List<Answer> pages, String collection) {
        var ids = new ArrayList<String>();
        for (var page : pages) {
            Json.tree(page.body())
                    .orElseThrow()
                    .path(collection)
                    .forEach(item -> ids.add(item.path("id").asText()));
        }
        java.util.Collections.sort(ids);
        return ids;
    }

    @Test
    void flavorsCarryExtraSpecsAtTheNegotiatedMicroversion() {
        try (var cloud = open("testbed")) {
            var answer = cloud.service(ServiceType.COMPUTE).send(Call.get("/flavors/detail"));
            assertThat(Json.tree(answer.body())
                            .orElseThrow()
                            .path("flavors")
                            .path(0)
                            .has("extra_specs"))
                    .isTrue();
            assertThat(answer.header("openstack-api-version").orElse("")).startsWith("compute 2.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "COMPUTE,/servers/00000000-0000-0000-0000-000000000000",
        "IMAGE,/images/00000000-0000-0000-0000-000000000000",
        "NETWORK,/networks/00000000-0000-0000-0000-000000000000",
        "BLOCK_STORAGE,/volumes/00000000-0000-0000-0000-000000000000",
        "KEY_MANAGER,/secrets/00000000-0000-0000-0000-000000000000",
        "LOAD_BALANCER,/lbaas/loadbalancers/00000000-0000-0000-0000-000000000000",
        "DNS,/zones/00000000-0000-0000-0000-000000000000",
        "OBJECT_STORE,/no-such-container",
        "IDENTITY,/projects/00000000000000000000000000000000",
    })
    void aMissingResourceIsToldInOneLine(ServiceType type, String path) {
        try (var cloud = open("testbed-admin")) {
            assertThatThrownBy(() -> cloud.service(type).send(Call.get(path)))
                    .isInstanceOfSatisfying(OpenStackException.class, e -> {
                        assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND);
                        assertThat(e.getMessage())
                                .contains("cloud 'testbed-admin'", "404")
                                .doesNotContain("\n", "<", "{");
                        assertThat(e.status()).isEqualTo(404);
                    });
        }
    }

    @Test
    void aMissingServiceIsNamedWithWhatThereIs() {
        try (var cloud = open("testbed")) {
            assertThatThrownBy(() -> cloud.service(ServiceType.ORCHESTRATION))
                    .isInstanceOfSatisfying(
                            OpenStackException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MISSING_SERVICE))
                    .hasMessageContainingAll("'orchestration'", "compute", "network");
        }
    }
}
