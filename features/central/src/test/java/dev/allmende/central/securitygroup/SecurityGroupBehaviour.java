package dev.allmende.central.securitygroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.Drift;
import dev.allmende.api.network.SecurityGroup;
import dev.allmende.central.Ground;
import dev.allmende.central.Grounded;
import dev.allmende.openstack.network.SecurityGroupRule;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How security groups behave, whichever API their objects are in. */
abstract class SecurityGroupBehaviour extends Grounded {

    @Test
    void whatIsSaidIsLetInAndEverythingMayGoOut() {
        ground.create(group("web", tcp(443)));

        var group = ground.await(SecurityGroup.class, "web", Ground::isReady);

        assertThat(traffic(group))
                .containsExactlyInAnyOrder("egress IPv4", "egress IPv6", "ingress IPv4 protocol 6 443-443");
        assertThat(Ground.observed(group).ruleIDs()).hasSize(3);
    }

    @Test
    void onlyWhatIsSaidMayGoOutOnceSomethingIsSaidOfIt() {
        ground.create(group("strict", Map.of("direction", "Egress", "protocol", "udp", "portMin", 53)));

        var group = ground.await(SecurityGroup.class, "strict", Ground::isReady);

        assertThat(traffic(group)).containsExactly("egress IPv4 protocol 17 53-53");
    }

    @Test
    void howARuleIsWrittenDoesNotMatter() {
        ground.create(group(
                "spelled",
                Map.of("direction", "Ingress", "protocol", "tcp", "portMin", 1, "portMax", 65535),
                Map.of("direction", "Ingress", "protocol", "17", "remoteCIDR", "0.0.0.0/0"),
                Map.of("direction", "Ingress", "protocol", "udp"),
                Map.of("direction", "Ingress", "protocol", "icmp", "etherType", "IPv6"),
                Map.of("direction", "Ingress", "remoteCIDR", "FD00::1/8"),
                Map.of("direction", "Ingress", "protocol", "icmp", "portMin", 8)));
        var group = ground.await(SecurityGroup.class, "spelled", Ground::isReady);

        ground.change(SecurityGroup.class, "spelled", "description", "looked at again");
        ground.settled(SecurityGroup.class, "spelled", 2);

        var again = ground.await(SecurityGroup.class, "spelled", Ground::isReady);
        assertThat(Ground.observed(again).ruleIDs())
                .isEqualTo(Ground.observed(group).ruleIDs())
                .hasSize(7);
    }

    @Test
    void groupsThatNameEachOtherAndThemselvesBecomeReadyAndGo() {
        ground.create(group("left", from("right"), from("left")));
        ground.create(group("right", from("left")));
        var left = ground.await(SecurityGroup.class, "left", Ground::isReady);
        var right = ground.await(SecurityGroup.class, "right", Ground::isReady);
        assertThat(traffic(left))
                .contains("ingress IPv4 from " + Ground.id(left), "ingress IPv4 from " + Ground.id(right));
        assertThat(traffic(right)).contains("ingress IPv4 from " + Ground.id(left));

        ground.delete(SecurityGroup.class, "left");
        ground.awaitGone(SecurityGroup.class, "left");
        assertThat(ground.networking().securityGroups().find(Ground.id(left))).isEmpty();
        ground.delete(SecurityGroup.class, "right");
        ground.awaitGone(SecurityGroup.class, "right");
        assertThat(ground.networking().securityGroups().find(Ground.id(right))).isEmpty();
    }

    @Test
    void changedRulesReachTheCloud() {
        ground.create(group("changed", tcp(80), tcp(443)));
        var group = ground.await(SecurityGroup.class, "changed", Ground::isReady);

        ground.patch(
                SecurityGroup.class,
                "changed",
                "{\"spec\": {\"rules\": [{\"direction\": \"Ingress\", \"protocol\": \"tcp\", \"portMin\": 8443}]}}");
        ground.settled(SecurityGroup.class, "changed", 2);

        assertThat(traffic(group))
                .containsExactlyInAnyOrder("egress IPv4", "egress IPv6", "ingress IPv4 protocol 6 8443-8443");
    }

    @Test
    void aRuleThatSomebodyAddedInTheCloudIsShown() {
        ground.create(group("adrift", tcp(22)));
        var group = ground.await(SecurityGroup.class, "adrift", Ground::isReady);
        ground.networking()
                .securityGroupRules()
                .create(new SecurityGroupRule.Wish()
                        .group(Ground.id(group))
                        .ingress()
                        .protocol("tcp"));

        ground.wake();

        var drifted = ground.await(
                SecurityGroup.class, "adrift", seen -> !seen.getStatus().drift().isEmpty());
        assertThat(drifted.getStatus().drift()).containsExactly(new Drift("rules", "none", "ingress IPv4 protocol 6"));
    }

    @Test
    void aRuleThatCannotBeIsRefusedWithItsPlaceNamed() {
        var group = group("muddled", Map.of("direction", "Ingress", "portMin", 22));

        assertThatThrownBy(() -> ground.create(group))
                .hasMessageContaining("spec.rules[0]")
                .hasMessageContaining("portMin needs protocol");
    }

    private GenericKubernetesResource group(String name, Object... rules) {
        return ground.object("network", "SecurityGroup", name, spec -> spec.put("rules", List.of(rules)));
    }

    private static Map<String, Object> tcp(int port) {
        return Map.of("direction", "Ingress", "protocol", "tcp", "portMin", port);
    }

    private static Map<String, Object> from(String group) {
        return Map.of("direction", "Ingress", "remoteGroupRef", Ground.reference(group));
    }

    private List<String> traffic(SecurityGroup group) {
        return ground.networking().securityGroups().find(Ground.id(group)).orElseThrow().rules().stream()
                .map(rule -> Traffic.of(rule).toString())
                .toList();
    }
}
