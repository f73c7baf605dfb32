package dev.allmende.openstack.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.openstack.Answer;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.OpenStackException.Kind;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.StubCloud;
import dev.allmende.openstack.config.TlsSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Version documents in the shapes that OpenStack Zed gives. */
class DiscoveryTest {

    private static final String CINDER = """
            {"versions": [{"id": "v3.0", "status": "CURRENT", "version": "3.70", "min_version": "3.0", "links": [
              {"rel": "describedby", "href": "https://docs.example/"}, {"rel": "self", "href": "http://inner:8776/v3/"}]}]}""";

    private final Map<String, String> documents = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private int missing = 404;

    private Discovery.Settled settle(ServiceType type, String endpoint, Map<String, String> settings) {
        try (var stub = new StubCloud()) {
            var config = stub.config("http://h/v3", TlsSettings.STANDARD, settings);
            return new Discovery(config, type).settle(endpoint, Optional.of("p1"), url -> {
                asked.add(url);
                var body = documents.getOrDefault(url, "");
                return new Answer(
                        URI.create(url),
                        body.isEmpty() ? missing : 300,
                        Map.of(),
                        body.getBytes(StandardCharsets.UTF_8),
                        Duration.ZERO);
            });
        }
    }

    private Discovery.Settled settle(ServiceType type, String endpoint) {
        return settle(type, endpoint, Map.of());
    }

    @Test
    void asksNothingOfAVersionedServiceWithoutMicroversions() {
        assertThat(settle(ServiceType.NETWORK, "http://h/v2.0/").url().text()).isEqualTo("http://h/v2.0");
        assertThat(settle(ServiceType.OBJECT_STORE, "http://h/v1/AUTH_p1").url().text())
                .isEqualTo("http://h/v1/AUTH_p1");
        assertThat(asked).isEmpty();
    }

    @Test
    void takesGlancesV2AmongManyMinors() {
        documents.put("http://h:9292/", """
                {"versions": [{"id": "v2.15", "status": "CURRENT", "links": [{"rel": "self", "href": "http://h:9292/v2/"}]},
                  {"id": "v2.0", "status": "SUPPORTED", "links": [{"rel": "self", "href": "http://h:9292/v2/"}]},
                  {"id": "v1.0", "status": "DEPRECATED", "links": [{"rel": "self", "href": "http://h:9292/v1/"}]}]}""");
        assertThat(settle(ServiceType.IMAGE, "http://h:9292").url().text()).isEqualTo("http://h:9292/v2");
        assertThat(asked).hasSize(1);
    }

    @Test
    void asksCindersRootBecauseItsVersionWantsALogin() {
        documents.put("http://h/volume/", CINDER);
        var settled = settle(ServiceType.BLOCK_STORAGE, "http://h/volume/v3/p1");
        assertThat(settled.url().text()).isEqualTo("http://h/volume/v3/p1");
        assertThat(settled.microversion()).contains(new Microversion(3, 70));
        assertThat(asked).containsExactly("http://h/volume/");
    }

    @Test
    void addsVersionAndProjectToABareCinder() {
        documents.put("http://h:8776/", CINDER);
        assertThat(settle(ServiceType.BLOCK_STORAGE, "http://h:8776").url().text())
                .isEqualTo("http://h:8776/v3/p1");
    }

    @Test
    void findsTheWantedVersionBesideAnOldOne() {
        documents.put("http://h:8776/", CINDER);
        assertThat(settle(ServiceType.BLOCK_STORAGE, "http://h:8776/v2/p1")
                        .url()
                        .text())
                .isEqualTo("http://h:8776/v3/p1");
    }

    @Test
    void neverGoesAboveTheMicroversionThatWeKnow() {
        documents.put(
                "http://h/v2.1/",
                "{\"version\": {\"id\": \"v2.1\", \"version\": \"2.104\", \"min_version\": \"2.1\"}}");
        assertThat(settle(ServiceType.COMPUTE, "http://h/v2.1").microversion()).contains(new Microversion(2, 96));
    }

    @Test
    void refusesAServiceThatIsTooNew() {
        documents.put(
                "http://h/v2.1/",
                "{\"version\": {\"id\": \"v2.1\", \"version\": \"2.200\", \"min_version\": \"2.150\"}}");
        assertThatThrownBy(() -> settle(ServiceType.COMPUTE, "http://h/v2.1"))
                .hasMessageContainingAll("2.150", "up to 2.96", "compute_default_microversion");
    }

    @Test
    void readsPlacementWhoseVersionHasNoPath() {
        documents.put("http://h:8778/", """
                {"versions": [{"id": "v1.0", "max_version": "1.30", "min_version": "1.0", "status": "CURRENT",
                  "links": [{"rel": "self", "href": ""}]}]}""");
        var settled = settle(ServiceType.PLACEMENT, "http://h:8778/");
        assertThat(settled.url().text()).isEqualTo("http://h:8778");
        assertThat(settled.microversion()).contains(new Microversion(1, 30));
    }

    @Test
    void readsBarbicansNestedValues() {
        documents.put(
                "http://h:9311/",
                "{\"versions\": {\"values\": [{\"id\": \"v1\", \"status\": \"stable\", \"links\":"
                        + " [{\"rel\": \"self\", \"href\": \"http://localhost:9311/v1/\"}]}]}}");
        assertThat(settle(ServiceType.KEY_MANAGER, "http://h:9311").url().text())
                .isEqualTo("http://h:9311/v1");
    }

    @Test
    void takesTheUsualVersionOfAServiceThatShowsNone() {
        assertThat(settle(ServiceType.LOAD_BALANCER, "http://h:9876").url().text())
                .isEqualTo("http://h:9876/v2");
        missing = 403;
        assertThat(settle(ServiceType.COMPUTE, "http://h/nova").url().text()).isEqualTo("http://h/nova/v2.1");
    }

    @Test
    void doesNotGuessWhenTheServiceIsDown() {
        missing = 503;
        assertThatThrownBy(() -> settle(ServiceType.LOAD_BALANCER, "http://h:9876"))
                .isInstanceOfSatisfying(
                        OpenStackException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE))
                .hasMessageContainingAll("load-balancer", "503");
    }

    @Test
    void heedsTheSettingsForVersions() {
        documents.put("http://h:8776/", CINDER);
        assertThat(settle(ServiceType.BLOCK_STORAGE, "http://h:8776/v3/p1", Map.of("volume_api_version", "3.50"))
                        .microversion())
                .contains(new Microversion(3, 50));
        assertThat(settle(ServiceType.COMPUTE, "http://h/v2.1", Map.of("compute_default_microversion", "2.1"))
                        .microversion())
                .contains(new Microversion(2, 1));
        assertThat(asked).isEmpty();
        assertThatThrownBy(() -> settle(
                        ServiceType.COMPUTE,
                        "http://h/v2.1",
                        Map.of("compute_default_microversion", "2.1", "compute_api_version", "2.79")))
                .hasMessageContaining("keep one");
    }
}
