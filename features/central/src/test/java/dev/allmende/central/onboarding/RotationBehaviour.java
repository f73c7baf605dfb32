package dev.allmende.central.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.tenancy.Tenant;
import dev.allmende.api.tenancy.TenantStatus;
import dev.allmende.central.Grounded;
import dev.allmende.openstack.identity.Tenancy;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How logins are renewed. */
abstract class RotationBehaviour extends Grounded {

    private final AtomicInteger waking = new AtomicInteger();
    private Provider provider;
    private String cloud = "";

    @BeforeAll
    void start() {
        provider = new Provider(ground);
        cloud = provider.cloud("provider", ground.site().neighbour());
    }

    @AfterAll
    void stop() {
        provider.letGo();
    }

    @Test
    void onDemandANewLoginTakesOverAndTheOldOneGoesAfterTheOverlap() {
        provider.take("asking", cloud);
        var old = login(provider.ready("asking")).id();

        provider.annotate("asking", Renewal.ROTATE, "now");
        var overlapping = provider.await(
                "asking",
                seen -> TenantBehaviour.isReady(seen) && !login(seen).id().equals(old));

        assertThat(login(overlapping).old()).isEqualTo(1);
        assertThat(inKeystone("asking"))
                .containsExactlyInAnyOrder(old, login(overlapping).id());

        ground.later(Duration.ofMinutes(11));
        wake("asking");
        var after = provider.await("asking", seen -> login(seen).old() == 0);
        assertThat(inKeystone("asking")).containsExactly(login(after).id());
        assertThat(login(after).id()).isEqualTo(login(overlapping).id());
    }

    @Test
    void aLoginIsRenewedWhenItIsOldEnough() {
        provider.take("yearly", cloud, Map.of("credential", Map.of("managed", Map.of("rotateAfter", "1d"))));
        var first = login(provider.ready("yearly"));
        assertThat(first.until()).isNotNull();

        wake("yearly");
        ground.later(Duration.ofHours(25));
        wake("yearly");

        provider.await(
                "yearly",
                seen -> TenantBehaviour.isReady(seen) && !login(seen).id().equals(first.id()));
    }

    @Test
    void aLoginThatSomebodyDeletedInKeystoneIsMadeAnew() {
        provider.take("robbed", cloud);
        var first = login(provider.ready("robbed")).id();

        keystone("robbed").delete(first);
        // its token ends
        ground.later(Duration.ofHours(30));
        wake("robbed");

        provider.await(
                "robbed",
                seen -> TenantBehaviour.isReady(seen) && !login(seen).id().equals(first));
        assertThat(provider.login("robbed")).doesNotContainKey("userPassword");
    }

    private dev.allmende.openstack.resource.Resources<?, ? extends Resource> keystone(String tenant) {
        var keystone = new Tenancy(ground.admin());
        var user = keystone.users()
                .list(Filter.name("allmende-" + provider.full(tenant)))
                .getFirst();
        return keystone.applicationCredentials(user.id());
    }

    private List<String> inKeystone(String tenant) {
        return keystone(tenant).list(Filter.ALL).stream().map(Resource::id).toList();
    }

    private static TenantStatus.Login login(Tenant tenant) {
        return Objects.requireNonNull(tenant.getStatus().credential());
    }

    private void wake(String tenant) {
        provider.annotate(tenant, "waking", String.valueOf(waking.incrementAndGet()));
    }
}
