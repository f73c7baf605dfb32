package dev.allmende.openstack.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.OpenStackException.Kind;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.Credential;
import dev.allmende.openstack.config.Scope;
import dev.allmende.openstack.config.Secret;
import dev.allmende.openstack.config.TlsSettings;
import dev.allmende.openstack.identity.CatalogEntry;
import dev.allmende.openstack.identity.CatalogEntry.Endpoint;
import dev.allmende.openstack.identity.Token;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndpointsTest {

    private static final Token TOKEN = token(
            new CatalogEntry(
                    "1",
                    "compute",
                    "nova",
                    List.of(
                            new Endpoint("public", "one", "http://public.one/v2.1"),
                            new Endpoint("internal", "one", "http://internal.one/v2.1"),
                            new Endpoint("public", "two", "http://public.two/v2.1"))),
            new CatalogEntry(
                    "2", "volumev3", "cinderv3", List.of(new Endpoint("public", "one", "http://cinder/v3/p1"))),
            new CatalogEntry(
                    "3", "volumev2", "cinderv2", List.of(new Endpoint("public", "one", "http://cinder/v2/p1"))));

    private static Token token(CatalogEntry... entries) {
        return new Token(
                "u1",
                "demo",
                "default",
                Optional.of("p1"),
                Optional.of("demo"),
                Optional.empty(),
                false,
                List.of(),
                List.of(entries),
                Optional.empty());
    }

    private static Endpoints endpoints(String region, List<String> interfaces, Map<String, String> settings) {
        return new Endpoints(new CloudConfig(
                "c",
                "clouds.yaml",
                region,
                "http://keystone/v3",
                new Credential.IssuedToken(new Secret("t")),
                new Scope.Unsaid(),
                TlsSettings.STANDARD,
                interfaces,
                settings,
                Optional.empty()));
    }

    private static Endpoints endpoints(String region, String... interfaces) {
        return endpoints(region, List.of(interfaces), Map.of());
    }

    @Test
    void takesRegionAndInterface() {
        assertThat(endpoints("two", "public").url(ServiceType.COMPUTE, TOKEN)).isEqualTo("http://public.two/v2.1");
        assertThat(endpoints("one", "internal").url(ServiceType.COMPUTE, TOKEN)).isEqualTo("http://internal.one/v2.1");
        assertThat(endpoints("", "public").url(ServiceType.COMPUTE, TOKEN)).isEqualTo("http://public.one/v2.1");
    }

    @Test
    void takesTheFirstInterfaceThatThereIs() {
        assertThat(endpoints("two", "internal", "public").url(ServiceType.COMPUTE, TOKEN))
                .isEqualTo("http://public.two/v2.1");
    }

    @Test
    void findsBlockStorageUnderItsNewestAlias() {
        assertThat(endpoints("one", "public").url(ServiceType.BLOCK_STORAGE, TOKEN))
                .isEqualTo("http://cinder/v3/p1");
    }

    @Test
    void heedsSettingsOfOneService() {
        var settings = Map.of(
                "compute_region_name", "two",
                "volume_endpoint_override", "http://own/v3/%(project_id)s",
                "network_service_type", "compute");
        var endpoints = endpoints("one", List.of("public"), settings);
        assertThat(endpoints.url(ServiceType.COMPUTE, TOKEN)).isEqualTo("http://public.two/v2.1");
        assertThat(endpoints.url(ServiceType.BLOCK_STORAGE, TOKEN)).isEqualTo("http://own/v3/p1");
        assertThat(endpoints.url(ServiceType.NETWORK, TOKEN)).isEqualTo("http://public.one/v2.1");
    }

    @Test
    void namesWhatTheCatalogHasWhenAServiceIsMissing() {
        assertThatThrownBy(() -> endpoints("one", "public").url(ServiceType.KEY_MANAGER, TOKEN))
                .isInstanceOfSatisfying(
                        OpenStackException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MISSING_SERVICE))
                .hasMessage("cloud 'c' at http://keystone/v3: the catalog has no service 'key-manager', only compute,"
                        + " volumev2, volumev3; have it registered in Keystone, or set key_manager_endpoint_override");
    }

    @Test
    void namesRegionsAndInterfacesWhenTheServiceIsElsewhere() {
        assertThatThrownBy(() -> endpoints("three", "admin").url(ServiceType.COMPUTE, TOKEN))
                .hasMessage("cloud 'c' at http://keystone/v3: the catalog has no endpoint of service 'compute' for"
                        + " interface admin in region 'three', only internal in one, public in one, public in two;"
                        + " check interface and region_name in clouds.yaml");
    }

    @Test
    void saysThatALoginWithoutScopeHasNoCatalog() {
        assertThatThrownBy(() -> endpoints("one", "public").url(ServiceType.COMPUTE, token()))
                .hasMessageContaining("the login has no scope");
    }
}
