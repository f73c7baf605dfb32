package dev.allmende.devcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.devcloud.scenario.Scenario;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DevCloudTest {
    private static DevCloud cloud;
    private static Client demo;

    @BeforeAll
    static void start() {
        cloud = DevCloud.start(Scenario.named("good"));
        demo = Client.of(cloud, "demo", "demo");
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @Test
    void namesEachUserInItsCloudsYaml() {
        assertThat(cloud.cloudsYaml())
                .contains(
                        "devcloud:",
                        "devcloud-admin:",
                        "devcloud-domain-manager:",
                        cloud.authUrl(),
                        "project_name: demo");
    }

    @Test
    void showsExtraSpecsOnlyFromMicroversion261On() {
        JsonNode plain = demo.json("/compute/v2.1/flavors/detail");
        JsonNode modern = demo.json("/compute/v2.1/flavors/detail", "OpenStack-API-Version", "compute 2.61");
        assertThat(plain.path("flavors")).hasSizeGreaterThan(15);
        assertThat(plain.at("/flavors/0").has("extra_specs")).isFalse();
        assertThat(modern.at("/flavors/0/extra_specs").has("scs:name-v2")).isTrue();
    }

    @Test
    void refusesAMicroversionOutOfReach() {
        HttpResponse<String> answer =
                demo.get("/compute/v2.1/flavors/detail", "OpenStack-API-Version", "compute 2.999");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(Client.tree(answer).path("computeFault").path("code").asInt())
                .isEqualTo(406);
    }

    @Test
    void pagesImagesByARelativeNext() {
        Set<String> seen = new HashSet<>();
        String next = "/v2/images?limit=2";
        while (!next.isEmpty()) {
            JsonNode page = demo.json("/image" + next);
            page.path("images")
                    .forEach(image ->
                            assertThat(seen.add(image.path("id").asText())).isTrue());
            next = page.path("next").asText();
        }
        assertThat(seen).hasSize(5);
    }

    @Test
    void sendsAnHtmlPageForAMissingImage() {
        HttpResponse<String> answer = demo.get("/image/v2/images/nope", "Accept", "*/*");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=UTF-8");
        assertThat(answer.body()).contains("No image found with ID nope");
    }

    @Test
    void refusesAnUnknownS3Key() {
        HttpResponse<String> answer =
                Client.anonymous(cloud).get("/", "Authorization", "AWS4-HMAC-SHA256 Credential=doesnotexist/x");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<Code>InvalidAccessKeyId</Code>");
    }

    @Test
    void wantsAToken() {
        Client nobody = Client.anonymous(cloud);
        assertThat(nobody.get("/compute/v2.1/flavors").statusCode()).isEqualTo(401);
        assertThat(nobody.get("/image/v2/images").statusCode()).isEqualTo(401);
        assertThat(nobody.get("/volume/v3/types").statusCode()).isEqualTo(401);
        assertThat(nobody.get("/identity/v3/users").statusCode()).isEqualTo(401);
    }
}
