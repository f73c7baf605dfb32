package dev.allmende.central.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.tenancy.QuotaStatus;
import dev.allmende.api.tenancy.QuotaStatus.Item;
import dev.allmende.api.tenancy.QuotaStatus.Service;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NearnessTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    @Test
    void whatIsPromisedCountsAsUsed() {
        assertThat(see(cores(20, 15, 0)).near()).isNull();
        assertThat(see(cores(20, 15, 1)).near()).isEqualTo("compute/cores 16 of 20");
    }

    @Test
    void noLimitALimitOfNothingAndUnknownUseAreNeverNear() {
        assertThat(see(cores(-1, 1000, 0)).near()).isNull();
        assertThat(see(cores(0, 0, 0)).near()).isNull();
        assertThat(see(cores(1, null, 0)).near()).isNull();
    }

    @Test
    void theConditionKeepsItsTimeWhileItHolds() {
        var first = see(cores(20, 18, 0));
        var later = Nearness.of(first, List.of(cores(20, 20, 0)), 80, NOON.plusSeconds(60));
        var over = Nearness.of(later, List.of(cores(20, 1, 0)), 80, NOON.plusSeconds(120));

        assertThat(later.nearLimit().orElseThrow().isTrue()).isTrue();
        assertThat(later.nearLimit().orElseThrow().lastTransitionTime()).isEqualTo("2026-11-26T12:00:00Z");
        assertThat(later.nearLimit().orElseThrow().message()).isEqualTo("compute/cores 20 of 20");
        assertThat(over.nearLimit().orElseThrow().isTrue()).isFalse();
        assertThat(over.nearLimit().orElseThrow().lastTransitionTime()).isEqualTo("2026-11-26T12:02:00Z");
    }

    private static QuotaStatus see(Item item) {
        return Nearness.of(QuotaStatus.UNSEEN, List.of(item), 80, NOON);
    }

    private static Item cores(int limit, @Nullable Integer used, int reserved) {
        return new Item(Service.COMPUTE, "cores", limit, used, reserved);
    }
}
