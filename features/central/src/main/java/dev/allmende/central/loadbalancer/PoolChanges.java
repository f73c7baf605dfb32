package dev.allmende.central.loadbalancer;

import dev.allmende.api.loadbalancer.MonitorSpec;
import dev.allmende.central.keep.Change;
import dev.allmende.openstack.loadbalancer.Balancing;
import dev.allmende.openstack.loadbalancer.Member;
import dev.allmende.openstack.loadbalancer.Monitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a pool that is there lacks: fields, members, monitor. */
record PoolChanges(Balancing octavia, Plan.Group wanted, Parts.Group there) {

    List<Change> all() {
        var found = new ArrayList<>(Changes.differing(octavia.pools(), path(), wanted.wish(), there.pool()));
        members().ifPresent(found::add);
        found.addAll(monitor());
        return found;
    }

    private String path() {
        return "pools/" + wanted.name();
    }

    /** All in one call. Octavia changes no member's subnet: such a one goes first, and comes again at the next look. */
    private Optional<Change> members() {
        var moved = wanted.members().stream()
                .filter(member ->
                        find(member).filter(old -> isElsewhere(member, old)).isPresent())
                .toList();
        var members = wanted.members().stream()
                .filter(member -> !moved.contains(member))
                .toList();
        boolean isSame = there.members().size() == wanted.members().size()
                && moved.isEmpty()
                && wanted.members().stream().allMatch(this::isThere);
        return isSame
                ? Optional.empty()
                : Optional.of(Change.of(
                        path() + "/members",
                        wanted.members().stream().map(PoolChanges::told).collect(Collectors.joining(", ")),
                        there.members().stream().map(PoolChanges::told).collect(Collectors.joining(", ")),
                        () -> octavia.setMembers(there.pool().id(), members)));
    }

    private Optional<Member> find(Member.Wish wish) {
        return there.members().stream()
                .filter(member -> text(wish, "address").equals(member.address())
                        && text(wish, "protocol_port").equals(String.valueOf(member.port())))
                .findFirst();
    }

    private boolean isThere(Member.Wish wish) {
        return find(wish)
                .filter(member ->
                        octavia.members(there.pool().id()).missing(wish, member).isEmpty())
                .isPresent();
    }

    private static boolean isElsewhere(Member.Wish wish, Member member) {
        return !text(wish, "subnet_id").equals(member.text("subnet_id"));
    }

    private static String text(Member.Wish wish, String field) {
        return wish.fields().value(field).map(value -> value.asText()).orElse("");
    }

    private static String told(Member.Wish wish) {
        return "%s:%s weight %s".formatted(text(wish, "address"), text(wish, "protocol_port"), text(wish, "weight"));
    }

    private static String told(Member member) {
        return "%s:%d weight %d".formatted(member.address(), member.port(), member.weight());
    }

    private List<Change> monitor() {
        var path = path() + "/healthmonitor";
        var spec = wanted.spec().monitor();
        var old = there.monitor();
        if (old.filter(monitor -> spec == null || !isSame(spec, monitor)).isPresent()) {
            return List.of(Changes.surplus(
                    path, () -> octavia.monitors().delete(old.get().id())));
        }
        if (spec == null) {
            return List.of();
        }
        return old.map(monitor -> Changes.differing(octavia.monitors(), path, Wishes.monitor(spec), monitor))
                .orElseGet(() -> List.of(Changes.missing(
                        path,
                        () -> octavia.monitors()
                                .create(Wishes.newMonitor(spec, wanted.name())
                                        .pool(there.pool().id())))));
    }

    private static boolean isSame(MonitorSpec wanted, Monitor there) {
        return there.type().equals(Wishes.type(wanted));
    }
}
