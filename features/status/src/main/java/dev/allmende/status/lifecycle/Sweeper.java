package dev.allmende.status.lifecycle;

import dev.allmende.openstack.resource.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds what runs have left that ended without cleaning up, as by a crash. */
final class Sweeper {

    private Sweeper() {}

    /**
     * @param old what is nobody's any more, in the order in which it is to be removed
     * @param isSomeYoung whether there is more, which may be in use
     */
    record Found(List<Debt<?>> old, boolean isSomeYoung) {}

    /**
     * Of one probe, in the login's own project.
     *
     * @param before runs that began earlier are over
     */
    static Found find(Cycle cycle, Place place, String probe, Instant before) {
        var old = new ArrayList<Debt<?>>();
        boolean isSomeYoung = false;
        for (var sort : cycle.sorts(place)) {
            isSomeYoung |= find(sort, place, probe, before, old);
        }
        return new Found(old, isSomeYoung);
    }

    private static <T extends Resource> boolean find(
            Sort<T> sort, Place place, String probe, Instant before, List<Debt<?>> old) {
        boolean isSomeYoung = false;
        for (var thing : sort.all()) {
            var run = sort.run(thing).filter(each -> each.probe().equals(probe) && place.isOurs(thing));
            if (run.isPresent() && run.get().at().isBefore(before)) {
                var debt = new Debt<>(sort, run.get());
                debt.seen(thing);
                old.add(debt);
            }
            isSomeYoung |= run.filter(each -> !each.at().isBefore(before)).isPresent();
        }
        return isSomeYoung;
    }
}
