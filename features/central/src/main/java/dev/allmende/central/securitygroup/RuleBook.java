package dev.allmende.central.securitygroup;

import dev.allmende.api.network.Direction;
import dev.allmende.api.network.EtherType;
import dev.allmende.api.network.SecurityGroupSpec;
import dev.allmende.central.keep.Change;
import dev.allmende.openstack.network.SecurityGroupRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The rules that a group shall have and those that it has. Pure up to the calls that it plans. */
record RuleBook(Map<Traffic, String> wanted, List<SecurityGroupRule> have) {

    /** @param wanted traffic of the spec's rules, and what is said of it */
    static RuleBook of(SecurityGroupSpec spec, List<Map.Entry<Traffic, String>> wanted, List<SecurityGroupRule> have) {
        var all = new LinkedHashMap<Traffic, String>();
        if (isAllEgress(spec)) {
            for (var etherType : EtherType.values()) {
                all.put(Traffic.all(Direction.EGRESS, etherType), "");
            }
        }
        wanted.forEach(each -> all.putIfAbsent(each.getKey(), each.getValue()));
        return new RuleBook(all, have);
    }

    private static boolean isAllEgress(SecurityGroupSpec spec) {
        return Objects.requireNonNullElseGet(
                spec.allEgress(),
                () -> spec.rules() == null
                        || spec.rules().stream().noneMatch(rule -> rule.direction() == Direction.EGRESS));
    }

    /**
     * What the group lacks first and what it has too much afterwards, so that nothing that is allowed before and after is
     * cut off in between.
     *
     * @param isWhole whether all wanted rules are known: nothing is taken off before
     */
    List<Change> changes(
            boolean isWhole, Consumer<Map.Entry<Traffic, String>> make, Consumer<SecurityGroupRule> remove) {
        var missing = wanted.entrySet().stream()
                .filter(each -> have.stream().map(Traffic::of).noneMatch(each.getKey()::equals))
                .toList();
        var surplus = have.stream()
                .filter(rule -> isWhole && !wanted.containsKey(Traffic.of(rule)))
                .toList();
        var changes = new ArrayList<Change>();
        if (!missing.isEmpty()) {
            var told = missing.stream().map(each -> each.getKey().toString()).collect(Collectors.joining(", "));
            changes.add(Change.of("rules", told, "none", () -> missing.forEach(make)));
        }
        if (!surplus.isEmpty()) {
            var told = surplus.stream().map(rule -> Traffic.of(rule).toString()).collect(Collectors.joining(", "));
            changes.add(Change.of("rules", "none", told, () -> surplus.forEach(remove)));
        }
        return List.copyOf(changes);
    }
}
