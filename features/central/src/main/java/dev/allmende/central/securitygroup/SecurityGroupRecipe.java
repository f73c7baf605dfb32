package dev.allmende.central.securitygroup;

import dev.allmende.api.network.Direction;
import dev.allmende.api.network.EtherType;
import dev.allmende.api.network.SecurityGroup;
import dev.allmende.api.network.SecurityGroupSeen;
import dev.allmende.api.network.SecurityRule;
import dev.allmende.central.keep.Change;
import dev.allmende.central.keep.Recipe;
import dev.allmende.central.keep.References;
import dev.allmende.central.keep.Said;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.network.SecurityGroup.Wish;
import dev.allmende.openstack.network.SecurityGroupRule;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Resources;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is particular to security groups: their rules are things of their own, which never change but come and go. Groups may
 * name each other, so a rule waits only until the other group is made, not until it is ready.
 */
record SecurityGroupRecipe(References references)
        implements Recipe<SecurityGroup, SecurityGroupSeen, Wish, dev.allmende.openstack.network.SecurityGroup> {

    @Override
    public Sought<Resources<Wish, dev.allmende.openstack.network.SecurityGroup>> in(Cloud cloud, SecurityGroup group) {
        return Sought.of(new Networking(cloud).securityGroups());
    }

    @Override
    public Sought<Wish> sought(SecurityGroup group) {
        var stateful = group.getSpec().stateful();
        return Sought.of(stateful == null ? new Wish() : new Wish().stateful(stateful));
    }

    @Override
    public Sought<List<Change>> further(
            SecurityGroup group, Cloud cloud, dev.allmende.openstack.network.SecurityGroup thing) {
        var spec = group.getSpec();
        if (spec.imported() != null && spec.rules() == null && spec.allEgress() == null) {
            return Sought.of(List.of());
        }
        var wanted = Sought.partly(Said.each(spec.rules())
                .map(rule -> remote(group, thing.id(), rule)
                        .map(remote -> Map.entry(
                                Traffic.of(rule, remote), Objects.requireNonNullElse(rule.description(), "")))));
        var rules = new Networking(cloud).securityGroupRules();
        return wanted.then(RuleBook.of(spec, wanted.there(), thing.rules())
                .changes(
                        wanted.isAll(),
                        each -> rules.create(rule(thing.id(), each.getKey()).description(each.getValue())),
                        rule -> rules.delete(rule.id())));
    }

    @Override
    public SecurityGroupSeen seen(dev.allmende.openstack.network.SecurityGroup thing) {
        return new SecurityGroupSeen(
                thing.stateful(),
                thing.rules().stream().map(Resource::id).sorted().toList());
    }

    /** Identifier of the group that a rule names; empty for none. */
    private Sought<String> remote(SecurityGroup group, String own, SecurityRule rule) {
        var named = rule.remoteGroupRef();
        if (named == null) {
            return Sought.of("");
        }
        return named.name().equals(group.getMetadata().getName())
                ? Sought.of(own)
                : references.known(SecurityGroup.class, group, named);
    }

    private static SecurityGroupRule.Wish rule(String group, Traffic traffic) {
        var wish = new SecurityGroupRule.Wish()
                .group(group)
                .etherType(traffic.etherType() == EtherType.IPV6 ? "IPv6" : "IPv4");
        wish = traffic.direction() == Direction.INGRESS ? wish.ingress() : wish.egress();
        wish = traffic.protocol().isEmpty() ? wish : wish.protocol(traffic.protocol());
        if (traffic.first().isPresent()) {
            int first = traffic.first().get();
            wish = traffic.last().isEmpty()
                    ? wish.firstPort(first)
                    : wish.ports(first, traffic.last().get());
        }
        if (traffic.remote().isEmpty()) {
            return wish;
        }
        return traffic.remote().contains("/") ? wish.remoteCidr(traffic.remote()) : wish.remoteGroup(traffic.remote());
    }
}
