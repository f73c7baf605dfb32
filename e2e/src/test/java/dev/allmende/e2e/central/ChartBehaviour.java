package dev.allmende.e2e.central;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.e2e.client.Clients;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.dns.Naming;
import dev.allmende.openstack.loadbalancer.Balancing;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.volume.Storage;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The chart in examples/ with a real helm and kubectl, by somebody who is no more than an editor of a tenant, whichever API the
 * objects are in.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ChartBehaviour {

    static final String MEMBER = "ada";

    private Clients clients;
    private Place place;
    private Cloud project;

    /** A tenant with a member. */
    interface Place extends AutoCloseable {

        /** As an administrator. */
        KubernetesClient kubernetes();

        /** The administrator's. */
        Path kubeconfig();

        String tenant();

        /** The tenant's, past the API. */
        Cloud project();

        @Override
        void close();
    }

    abstract Clients clients(Path folder) throws Exception;

    abstract Place open(Path folder) throws Exception;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        clients = clients(folder);
        place = open(folder);
        project = place.project();
        place.kubernetes()
                .rbac()
                .roleBindings()
                .inNamespace(place.tenant())
                .withName("allmende-tenant-editor")
                .waitUntilCondition(Objects::nonNull, 60, TimeUnit.SECONDS);
        clients.login(asMember(Files.readString(place.kubeconfig()), place.tenant()));
    }

    @AfterAll
    void stop() {
        place.close();
    }

    private static String asMember(String kubeconfig, String namespace) {
        var config = Serialization.unmarshal(kubeconfig, Config.class);
        config.getUsers().forEach(user -> user.getUser().setAs(MEMBER));
        config.getContexts().forEach(context -> context.getContext().setNamespace(namespace));
        return Serialization.asYaml(config);
    }

    @Test
    void aReleaseGetsReadyFollowsItsValuesAndLeavesTheCloudEmpty() throws Exception {
        var empty = Inventory.of(project);
        var shop = new Release(clients, "shop");

        assertThat(Release.works(shop.install("dns.zone=shop.example.")))
                .contains("kubectl wait -n", "www.shop.example.", "secret shop-ssh");

        assertThat(shop.awaitReady()).hasSize(25).contains("server.compute.allmende.dev/shop-web-2");
        assertThat(Inventory.of(project).counts())
                .containsEntry("server", 4)
                .containsEntry("volume", 2)
                .containsEntry("loadbalancer", 1)
                .containsEntry("floatingip", 1)
                .containsEntry("zone", 1);

        var address = shop.kubectl("get", "floatingip", "shop", "-o", "jsonpath={.status.observed.address}");
        Release.works(shop.upgrade(
                "dns.www={%s}".formatted(address), "web.count=3", "database.disk=3", "ssh.from=198.51.100.0/24"));

        assertThat(shop.awaitReady()).hasSize(30);
        assertThat(Inventory.of(project).counts()).containsEntry("server", 5).containsEntry("floatingip", 2);
        assertThat(size("shop-database")).isEqualTo(3);
        assertThat(members()).isEqualTo(3);
        assertThat(records("www.shop.example.")).containsExactly(address);

        var shrunk = shop.upgrade("database.disk=1");
        assertThat(shrunk.exitCode()).isNotZero();
        assertThat(shrunk.err()).contains("spec.size");

        shop.uninstall();

        assertThat(shop.objects()).isEmpty();
        assertThat(Inventory.of(project)).isEqualTo(empty);
    }

    @Test
    void whatHoldsDataOutlivesTheReleaseWhenTheValuesSaySo() throws Exception {
        var empty = Inventory.of(project);
        var vault = new Release(clients, "vault");
        Release.works(vault.install("dataPolicy=Protect", "web.count=1", "app.count=0"));
        vault.awaitReady();

        vault.uninstall();

        assertThat(vault.objects()).containsExactly("volume.storage.allmende.dev/vault-database");
        assertThat(size("vault-database")).isEqualTo(2);

        vault.kubectl(
                "patch",
                "volume",
                "vault-database",
                "--type=merge",
                "-p",
                "{\"spec\": {\"deletionPolicy\": \"Delete\"}}");
        vault.kubectl("delete", "volume", "vault-database", "--timeout=60s");
        assertThat(Inventory.of(project)).isEqualTo(empty);
    }

    @Test
    void wrongValuesAreRefusedBeforeAnythingIsMade() throws Exception {
        var wrong = new Release(clients, "wrong");

        var refused = wrong.install("web.count=0", "network.prefix=10.40.0.0/24", "servers=3");

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.err()).contains("'/web/count'", "'/network/prefix'", "'servers'");
        assertThat(wrong.objects()).isEmpty();
    }

    private int size(String volume) {
        return new Storage(project)
                .volumes()
                .list(Filter.name(volume))
                .getFirst()
                .size();
    }

    /** Servers that the load balancer shares the load between. */
    private int members() {
        var balancing = new Balancing(project);
        var pool = balancing.pools().list(Filter.ALL).getFirst();
        return balancing.members(pool.id()).list(Filter.ALL).size();
    }

    private List<String> records(String name) {
        var names = new Naming(project);
        var zone = names.zones().list(Filter.ALL).getFirst();
        return names.recordSets(zone.id()).list(Filter.name(name)).getFirst().records();
    }
}
