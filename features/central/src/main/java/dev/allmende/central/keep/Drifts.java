package dev.allmende.central.keep;

import dev.allmende.api.Drift;
import dev.allmende.openstack.resource.Difference;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs between spec and cloud, for the status. Pure. */
final class Drifts {

    /** So many are shown. */
    static final int MOST = 64;

    private Drifts() {}

    static List<Drift> of(Wanted<?> wanted, Resource thing, List<Change> changes) {
        return Stream.concat(
                        Difference.between(wanted, thing).stream()
                                .map(each -> new Drift(
                                        each.field(), each.want().toString(), Objects.toString(each.have(), "null"))),
                        changes.stream().map(Change::drift))
                .limit(MOST)
                .toList();
    }

    static String told(List<Drift> drift) {
        return drift.stream()
                .map(each -> "%s is %s, wanted %s".formatted(each.path(), each.have(), each.want()))
                .collect(Collectors.joining("; ", "changed in the cloud: ", ""));
    }
}
