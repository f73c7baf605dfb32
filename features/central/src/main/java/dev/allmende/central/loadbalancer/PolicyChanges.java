package dev.allmende.central.loadbalancer;

import dev.allmende.api.loadbalancer.PolicySpec;
import dev.allmende.central.keep.Change;
import dev.allmende.openstack.loadbalancer.Balancing;
import dev.allmende.openstack.loadbalancer.Policy;
import dev.allmende.openstack.loadbalancer.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the policies of a listener lack.
 *
 * @param pools identifiers of pools by their names
 * @param path of the listener
 */
record PolicyChanges(
        Balancing octavia,
        Function<String, Optional<String>> pools,
        String path,
        List<PolicySpec> wanted,
        Parts.Ear ear) {

    List<Change> all() {
        var found = new ArrayList<Change>();
        ear.turns().stream()
                .map(Parts.Turn::policy)
                .filter(there ->
                        wanted.stream().noneMatch(policy -> policy.name().equals(there.name())))
                .forEach(there -> found.add(Changes.surplus(
                        path(there.name()), () -> octavia.policies().delete(there.id()))));
        wanted.forEach(policy -> found.addAll(turn(policy.name())
                .map(turn -> changes(policy, turn))
                .orElseGet(() -> create(policy).stream().toList())));
        order().ifPresent(found::add);
        return found;
    }

    private String path(String policy) {
        return "%s/l7policies/%s".formatted(path, policy);
    }

    private Optional<Parts.Turn> turn(String name) {
        return ear.turns().stream()
                .filter(turn -> turn.policy().name().equals(name))
                .findFirst();
    }

    private Optional<Change> create(PolicySpec policy) {
        return wish(policy)
                .map(wish -> Changes.missing(
                        path(policy.name()),
                        () -> octavia.policies()
                                .create(wish.name(policy.name())
                                        .listener(ear.listener().id())
                                        .position(wanted.indexOf(policy) + 1))));
    }

    /** Nothing while its pool is not there: that is one of the changes before. */
    private Optional<Policy.Wish> wish(PolicySpec policy) {
        return Wishes.policy(policy, Optional.ofNullable(policy.pool()).flatMap(pools));
    }

    private List<Change> changes(PolicySpec policy, Parts.Turn turn) {
        var found = new ArrayList<Change>();
        wish(policy)
                .ifPresent(wish ->
                        found.addAll(Changes.differing(octavia.policies(), path(policy.name()), wish, turn.policy())));
        var rules = octavia.rules(turn.policy().id());
        var wishes = policy.rules().stream().map(Wishes::rule).toList();
        var path = path(policy.name()) + "/rules";
        turn.rules().stream()
                .filter(rule -> wishes.stream().noneMatch(wish -> isSame(wish, rule, turn)))
                .forEach(rule -> found.add(Changes.surplus(path, () -> rules.delete(rule.id()))));
        wishes.stream()
                .filter(wish -> turn.rules().stream().noneMatch(rule -> isSame(wish, rule, turn)))
                .forEach(wish -> found.add(Changes.missing(path, () -> rules.create(wish))));
        return found;
    }

    private boolean isSame(Rule.Wish wish, Rule rule, Parts.Turn turn) {
        return octavia.rules(turn.policy().id()).missing(wish, rule).isEmpty();
    }

    /** The first that does not stand where it shall; when all are there. */
    private Optional<Change> order() {
        var have = ear.turns().stream().map(turn -> turn.policy().name()).toList();
        var want = wanted.stream().map(PolicySpec::name).toList();
        if (have.equals(want) || have.size() != want.size() || !have.containsAll(want)) {
            return Optional.empty();
        }
        int first = 0;
        while (have.get(first).equals(want.get(first))) {
            first++;
        }
        var id = turn(want.get(first)).orElseThrow().policy().id();
        var change = new Policy.Wish().position(first + 1);
        return Optional.of(Change.of(
                path + "/l7policies",
                want.toString(),
                have.toString(),
                () -> octavia.policies().update(id, change)));
    }
}
