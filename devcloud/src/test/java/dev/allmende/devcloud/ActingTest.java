package dev.allmende.devcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.devcloud.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers with consoles, and the domain manager. */
class ActingTest {
    private final MovableClock clock = new MovableClock();
    private DevCloud cloud;
    private Client demo;

    @BeforeEach
    void start() {
        cloud = DevCloud.start(Scenario.named("good"), 0, clock);
        demo = Client.of(cloud, "demo", "demo");
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void printsWhatAGuestWouldPrintForItsUserData() {
        String id = server("#cloud-config\nruncmd: [echo allmende:entropy-avail]");
        clock.pass(Duration.ofSeconds(2));
        assertThat(demo.json("/compute/v2.1/servers/" + id).at("/server/status").asText())
                .isEqualTo("ACTIVE");
        assertThat(console(id))
                .contains("allmende:entropy-avail 256", "failures: 0", "allmende:end")
                .contains("{\"k\":\"v\"}");
    }

    @Test
    void printsAPlainConsoleForOtherUserData() {
        String id = server("");
        clock.pass(Duration.ofSeconds(2));
        assertThat(console(id)).contains("login:").doesNotContain("allmende:");
    }

    @Test
    void removesTheRootVolumeWithItsServer() {
        String id = server("");
        clock.pass(Duration.ofSeconds(2));
        assertThat(demo.json("/volume/v3/volumes").path("volumes")).hasSize(1);
        demo.send("DELETE", "/compute/v2.1/servers/" + id, "");
        clock.pass(Duration.ofSeconds(2));
        assertThat(demo.get("/compute/v2.1/servers/" + id).statusCode()).isEqualTo(404);
        assertThat(demo.json("/volume/v3/volumes").path("volumes")).isEmpty();
    }

    @Test
    void letsAManagerGovernOnlyTheOwnDomain() {
        Client manager = Client.anonymous(cloud);
        manager.login("tenants-manager", "tenants-password", "tenants", "");
        JsonNode domains = manager.json("/identity/v3/domains").path("domains");
        assertThat(domains).hasSize(3);
        String own = "";
        String other = "";
        for (JsonNode domain : domains) {
            own = domain.path("name").asText().equals("tenants")
                    ? domain.path("id").asText()
                    : own;
            other = domain.path("name").asText().equals("others")
                    ? domain.path("id").asText()
                    : other;
        }
        assertThat(manager.send("POST", "/identity/v3/users", user(own)).statusCode())
                .isEqualTo(201);
        assertThat(manager.send("POST", "/identity/v3/users", user(other)).statusCode())
                .isEqualTo(403);
        assertThat(manager.send("POST", "/identity/v3/users", "{\"user\":{\"name\":\"n\"}}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(manager.json("/identity/v3/users").path("users")).hasSize(2);
    }

    @Test
    void neverLetsAManagerGiveTheRoleAdmin() {
        Client manager = Client.anonymous(cloud);
        manager.login("tenants-manager", "tenants-password", "tenants", "");
        String domain = manager.json("/identity/v3/domains?name=tenants")
                .at("/domains/0/id")
                .asText();
        JsonNode made = Client.tree(manager.send("POST", "/identity/v3/users", user(domain)));
        String grants = "/identity/v3/domains/" + domain + "/users/"
                + made.at("/user/id").asText() + "/roles/";
        String admin =
                manager.json("/identity/v3/roles?name=admin").at("/roles/0/id").asText();
        String member =
                manager.json("/identity/v3/roles?name=member").at("/roles/0/id").asText();
        assertThat(manager.send("PUT", grants + admin, "").statusCode()).isEqualTo(403);
        assertThat(manager.send("PUT", grants + member, "").statusCode()).isEqualTo(204);
    }

    private static String user(String domain) {
        return "{\"user\":{\"name\":\"n\",\"domain_id\":\"" + domain + "\"}}";
    }

    private String server(String userData) {
        String flavor = demo.json("/compute/v2.1/flavors").at("/flavors/0/id").asText();
        String image = demo.json("/image/v2/images").at("/images/0/id").asText();
        String coded = Base64.getEncoder().encodeToString(userData.getBytes(StandardCharsets.UTF_8));
        String body = """
                {"server": {"name": "s", "flavorRef": "%s", "user_data": "%s", "metadata": {"k": "v"},
                  "block_device_mapping_v2": [{"boot_index": 0, "uuid": "%s", "source_type": "image",
                    "destination_type": "volume", "volume_size": 8, "delete_on_termination": true}]}}
                """.formatted(flavor, coded, image);
        return Client.tree(demo.send("POST", "/compute/v2.1/servers", body))
                .at("/server/id")
                .asText();
    }

    private String console(String id) {
        String body = "{\"os-getConsoleOutput\":{}}";
        return Client.tree(demo.send("POST", "/compute/v2.1/servers/" + id + "/action", body))
                .path("output")
                .asText();
    }
}
