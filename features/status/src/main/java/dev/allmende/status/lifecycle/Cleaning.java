package dev.allmende.status.lifecycle;

import dev.allmende.openstack.OpenStackException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Removes what is owed: all of it again and again, since one thing may hold another, until nothing is left or it is late. */
final class Cleaning {

    private static final Duration POLL = Duration.ofSeconds(2);

    private Cleaning() {}

    /**
     * @param debts in the order in which they are to be removed
     * @return what is left, in words
     */
    static List<String> clean(Collection<Debt<?>> debts, Duration limit, Time time) throws InterruptedException {
        var left = new ArrayList<>(debts);
        var end = time.now().plus(limit);
        while (true) {
            left.removeIf(Cleaning::isPaid);
            if (left.isEmpty() || !time.now().isBefore(end)) {
                return left.stream().map(Debt::name).toList();
            }
            time.pause(POLL);
        }
    }

    private static boolean isPaid(Debt<?> debt) {
        try {
            return debt.isPaid();
        } catch (OpenStackException later) {
            return false;
        }
    }
}
