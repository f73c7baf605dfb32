package dev.allmende.central.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.Condition;
import dev.allmende.api.loadbalancer.LoadBalancer;
import dev.allmende.api.tenancy.Quota;
import dev.allmende.api.tenancy.QuotaStatus;
import dev.allmende.api.tenancy.QuotaStatus.Service;
import dev.allmende.central.Grounded;
import dev.allmende.openstack.loadbalancer.Balancing;
import dev.allmende.openstack.resource.Filter;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How limits are shown, and what reaching one does, whichever API the objects are in. */
abstract class QuotaBehaviour extends Grounded {

    private static final String ITEM = "load_balancer";

    private String project;
    private int usual;

    @BeforeAll
    void start() {
        project = ground.cloud().token().projectId().orElseThrow();
        usual = octavia().quota(project).item(ITEM).orElseThrow().limit();
        ground.create(ground.network("q-net"));
        ground.create(ground.subnet("q-sub", "q-net", "10.17.0.0/24"));
    }

    @AfterAll
    void stop() {
        limit(usual);
        ground.delete(Quota.class, "mine");
    }

    @Test
    void aLimitIsShownNamedWhenReachedAndLeftBehindWhenItGrows() {
        ground.create(ground.object("tenancy", "Quota", "mine", spec -> {}));
        int used = octavia().loadBalancers().list(Filter.ALL).size();
        limit(used);
        ground.create(balancer("late"));

        var refused = ground.await(
                LoadBalancer.class,
                "late",
                seen -> condition(seen.getStatus().conditions(), "Ready")
                        .reason()
                        .equals("QuotaExceeded"));
        assertThat(condition(refused.getStatus().conditions(), "Ready").message())
                .containsIgnoringCase("load")
                .containsIgnoringCase("balancer");
        assertThat(condition(refused.getStatus().conditions(), "Progressing").isTrue())
                .isTrue();

        limit(used + 1);
        ground.await(
                LoadBalancer.class,
                "late",
                seen -> condition(seen.getStatus().conditions(), "Ready").isTrue());
        ground.wake();
        var near = ground.await(
                Quota.class,
                "mine",
                seen -> item(seen, Service.LOAD_BALANCER, ITEM).limit() == used + 1
                        && nearLimit(seen).isTrue());
        assertThat(near.getStatus().near())
                .contains("loadbalancer/load_balancer %d of %d".formatted(used + 1, used + 1));
        assertThat(item(near, Service.LOAD_BALANCER, ITEM).inUse()).isEqualTo(used + 1);

        limit(100);
        ground.wake();
        var room = ground.await(
                Quota.class,
                "mine",
                seen -> item(seen, Service.LOAD_BALANCER, ITEM).limit() == 100);
        assertThat(String.valueOf(room.getStatus().near())).doesNotContain("loadbalancer/");
        assertThat(room.getStatus().items())
                .extracting(QuotaStatus.Item::service)
                .contains(Service.COMPUTE, Service.VOLUME, Service.NETWORK, Service.LOAD_BALANCER, Service.DNS);
        assertThat(item(room, Service.NETWORK, "network").inUse()).isPositive();
    }

    private Balancing octavia() {
        return new Balancing(ground.cloud());
    }

    private void limit(int limit) {
        Limits.set(ground.admin(), project, Service.LOAD_BALANCER, Map.of(ITEM, limit));
    }

    private GenericKubernetesResource balancer(String name) {
        return ground.object(
                "loadbalancer",
                "LoadBalancer",
                name,
                spec -> spec.put("vip", Map.of("subnetRef", Map.of("name", "q-sub"))));
    }

    private static QuotaStatus.Item item(Quota quota, Service service, String name) {
        return quota.getStatus().items().stream()
                .filter(item -> item.service() == service && item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Condition nearLimit(Quota quota) {
        return condition(quota.getStatus().conditions(), QuotaStatus.NEAR_LIMIT);
    }

    private static Condition condition(List<Condition> conditions, String type) {
        return Condition.find(conditions, type).orElseThrow();
    }
}
