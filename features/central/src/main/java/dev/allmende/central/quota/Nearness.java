package dev.allmende.central.quota;

import dev.allmende.api.Condition;
import dev.allmende.api.tenancy.QuotaStatus;
import dev.allmende.api.tenancy.QuotaStatus.Item;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which limits are near. Pure. */
final class Nearness {

    private static final long ALL = 100;

    private Nearness() {}

    /** @param before whose condition keeps its time while its status stays */
    static QuotaStatus of(QuotaStatus before, List<Item> items, int percent, Instant now) {
        var near = items.stream()
                .filter(item -> isNear(item, percent))
                .map(Nearness::told)
                .collect(Collectors.joining(", "));
        var condition = condition(before, near, percent, now);
        return new QuotaStatus(before.observedGeneration(), List.of(condition), given(near), items);
    }

    /** A limit of nothing is not near: what is not wanted is not missed. */
    private static boolean isNear(Item item, int percent) {
        var inUse = item.inUse();
        return inUse != null
                && item.limit() > 0
                && (inUse + (long) item.reserved()) * ALL >= (long) item.limit() * percent;
    }

    private static String told(Item item) {
        return "%s/%s %d of %d"
                .formatted(
                        item.service().word(),
                        item.name(),
                        Objects.requireNonNullElse(item.inUse(), 0) + item.reserved(),
                        item.limit());
    }

    private static Condition condition(QuotaStatus before, String near, int percent, Instant now) {
        var status = near.isEmpty() ? "False" : "True";
        var since = before.nearLimit()
                .filter(old -> old.status().equals(status))
                .map(Condition::lastTransitionTime)
                .orElse(now.truncatedTo(ChronoUnit.SECONDS).toString());
        return new Condition(
                QuotaStatus.NEAR_LIMIT,
                status,
                near.isEmpty() ? "Room" : "NearLimit",
                near.isEmpty() ? "less than %d %% of each limit is used".formatted(percent) : near,
                since,
                before.observedGeneration());
    }

    static String told(QuotaStatus status) {
        return status.near() == null
                ? "%d limits".formatted(status.items().size())
                : "near the limit: " + status.near();
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
