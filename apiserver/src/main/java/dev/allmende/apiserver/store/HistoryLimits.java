package dev.allmende.apiserver.store;

import dev.allmende.apiserver.resource.GroupResource;
import java.time.Duration;
import java.util.Set;

/**
 * How long changes are kept for watches to resume from and for lists of an old resourceVersion; whichever comes first.
 *
 * @param age of a change
 * @param shortAge of a change of the resources in {@code shortLived}
 * @param shortLived written so often that their changes go first, such as leases
 * @param changes most changes kept over all resources
 * @param bytes most bytes of replaced and deleted states kept, in memory and as much in the file
 */
public record HistoryLimits(Duration age, Duration shortAge, Set<GroupResource> shortLived, int changes, long bytes) {

    public static final HistoryLimits DEFAULT = new HistoryLimits(
            Duration.ofMinutes(10),
            Duration.ofMinutes(1),
            Set.of(new GroupResource("coordination.k8s.io", "leases")),
            100_000,
            64L << 20);

    public HistoryLimits {
        shortLived = Set.copyOf(shortLived);
    }

    public HistoryLimits withChanges(int most) {
        return new HistoryLimits(age, shortAge, shortLived, most, bytes);
    }

    public HistoryLimits withAge(Duration most) {
        return new HistoryLimits(most, shortAge, shortLived, changes, bytes);
    }

    public HistoryLimits withBytes(long most) {
        return new HistoryLimits(age, shortAge, shortLived, changes, most);
    }
}
