package dev.allmende.central.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.Condition;
import dev.allmende.api.compute.Server;
import dev.allmende.api.compute.ServerSeen;
import dev.allmende.api.loadbalancer.LoadBalancer;
import dev.allmende.api.loadbalancer.LoadBalancerSeen;
import dev.allmende.api.network.Port;
import dev.allmende.api.network.Subnet;
import dev.allmende.central.Ground;
import dev.allmende.central.Grounded;
import dev.allmende.openstack.loadbalancer.Balancing;
import dev.allmende.openstack.loadbalancer.Listener;
import dev.allmende.openstack.loadbalancer.LoadBalancer.Wish;
import dev.allmende.openstack.loadbalancer.Member;
import dev.allmende.openstack.loadbalancer.Policy;
import dev.allmende.openstack.loadbalancer.Pool;
import dev.allmende.openstack.loadbalancer.Rule;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Mark;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How load balancers behave, whichever API their objects are in. */
abstract class LoadBalancerBehaviour extends Grounded {

    private static final String WEB = """
            {"name": "web", "protocol": "HTTP", "port": 80, "pool": "web"%s}""";
    private static final String POOL = """
            {"name": "%s", "protocol": "HTTP", "members": [%s]%s}""";

    private static final String WORKER = """
            {"serverRef": {"name": "worker"}, "port": 80, "subnetRef": {"name": "front"}}""";

    private Balancing octavia;

    @BeforeAll
    void start() {
        octavia = new Balancing(ground.cloud());
        ground.create(ground.network("lb-net"));
        ground.create(ground.subnet("lb-sub", "lb-net", "10.7.0.0/24"));
    }

    @Test
    void aTreeIsMadeInOneCallAfterItsSubnetAndShowsEachPart() {
        create("early", "late-sub", WEB.formatted(""), POOL.formatted("web", members(2), monitor(5)));
        var waiting = await("early", seen -> ready(seen).reason().equals("WaitingFor"));
        assertThat(ready(waiting).message()).isEqualTo("Subnet late-sub is not there");

        ground.create(ground.subnet("late-sub", "lb-net", "10.8.0.0/24"));

        var balancer = awaitReady("early");
        var seen = Ground.observed(balancer);
        assertThat(seen.address())
                .isEqualTo(
                        octavia.loadBalancers().find(id(balancer)).orElseThrow().vipAddress());
        assertThat(seen.portID()).isNotNull();
        assertThat(seen.provisioningStatus()).isEqualTo("ACTIVE");
        assertThat(seen.operatingStatus()).isNotEmpty();
        assertThat(seen.listeners()).singleElement().satisfies(listener -> {
            assertThat(listener.name()).isEqualTo("web");
            assertThat(listener.provisioningStatus()).isEqualTo("ACTIVE");
        });
        assertThat(seen.pools()).singleElement().satisfies(pool -> {
            assertThat(pool.monitorStatus()).isEqualTo("ACTIVE");
            assertThat(pool.members())
                    .extracting(LoadBalancerSeen.Member::address)
                    .containsExactlyInAnyOrder("10.7.0.1", "10.7.0.2");
        });
        assertThat(ground.await(Subnet.class, "late-sub", any -> true)
                        .getStatus()
                        .usedBy())
                .containsExactly("LoadBalancer early");

        ground.delete(Subnet.class, "late-sub");
        ground.delete(LoadBalancer.class, "early");
        ground.awaitGone(LoadBalancer.class, "early");
        ground.awaitGone(Subnet.class, "late-sub");
        assertThat(octavia.loadBalancers().find(id(balancer))).isEmpty();
        assertThat(octavia.pools().find(seen.pools().getFirst().id())).isEmpty();
    }

    @Test
    void aServerIsAMemberByItsNameAndAPortGivesTheAddress() {
        ground.segment("front", "10.9.0.0/24");
        ground.create(balancer(
                "named",
                "",
                WEB.formatted(""),
                POOL.formatted("web", WORKER, ""),
                spec -> spec.put(
                        "vip",
                        Map.of(
                                takesPorts() ? "portRef" : "subnetRef",
                                Ground.reference(takesPorts() ? "door" : "front")))));
        var waiting = await("named", seen -> ready(seen).message().equals("Server worker is not there"));
        assertThat(ready(waiting).reason()).isEqualTo("WaitingFor");

        var door = Map.of("subnetRef", Ground.reference("front"), "ip", "10.9.0.50");
        ground.create(ground.object("network", "Port", "door", spec -> {
            spec.put("networkRef", Ground.reference("front"));
            spec.put("fixedIPs", List.of(door));
        }));
        worker();

        var balancer = awaitReady("named");
        var port = ground.await(Port.class, "door", Ground::isReady);
        if (takesPorts()) {
            assertThat(Ground.observed(balancer).address()).isEqualTo("10.9.0.50");
            assertThat(Ground.observed(balancer).portID()).isEqualTo(Ground.id(port));
            assertThat(port.getStatus().usedBy()).contains("LoadBalancer named");
        }
        var members = octavia.members(octavia.loadBalancers()
                        .find(id(balancer))
                        .orElseThrow()
                        .poolIds()
                        .getFirst())
                .list(Filter.ALL);
        var worker = ground.await(
                Server.class, "worker", seen -> seen.getStatus().usedBy().contains("LoadBalancer named"));
        assertThat(members).singleElement().satisfies(member -> {
            assertThat(member.address()).as("of its two, in the subnet").startsWith("10.9.0.");
            assertThat(Ground.observed(worker).addresses())
                    .extracting(ServerSeen.Address::ip)
                    .contains(member.address());
        });

        ground.delete(Server.class, "worker");
        ground.delete(LoadBalancer.class, "named");
        ground.awaitGone(LoadBalancer.class, "named");
        ground.awaitGone(Server.class, "worker");
        assertThat(ground.networking().ports().find(Ground.id(port)))
                .as("a port of ours outlives the load balancer")
                .isPresent();
    }

    private void worker() {
        ground.create(ground.object(
                "compute", "Flavor", "small", spec -> spec.put("import", Map.of("filter", Map.of("name", flavor())))));
        ground.create(ground.object("image", "Image", "system", spec -> {
            spec.put("managementPolicy", "Observe");
            spec.put("import", Map.of("filter", Map.of("name", image())));
        }));
        ground.create(ground.object("compute", "Server", "worker", spec -> {
            spec.put("flavorRef", Ground.reference("small"));
            spec.put("boot", Map.of("imageRef", Ground.reference("system")));
            spec.put(
                    "networks",
                    List.of(
                            Map.of("networkRef", Ground.reference("lb-net")),
                            Map.of("networkRef", Ground.reference("front"))));
        }));
    }

    /** Whether the cloud's load balancers can have the address of a port that is there. */
    boolean takesPorts() {
        return true;
    }

    /** Name of a flavor that the cloud has. */
    String flavor() {
        return "SCS-1V-4-10";
    }

    /** Name of an image that the cloud has. */
    String image() {
        return "Debian 13";
    }

    @Test
    void twentyMembersThatChangeWhileItIsBeingUpdatedShowNoConflict() {
        create("busy", "lb-sub", WEB.formatted(""), POOL.formatted("web", members(1), ""));
        var balancer = awaitReady("busy");
        try (var told = new Told(ground.kubernetes(), ground.tenant(), "busy")) {
            octavia.loadBalancers().update(id(balancer), new Wish().description("somebody else's update"));
            for (int count = 2; count <= 20; count++) {
                set("busy", "pools", POOL.formatted("web", members(count), ""));
            }
            await("busy", seen -> isDone(seen) && pool(seen, "web").members().size() == 20);

            assertThat(told.reasons()).doesNotContain("Conflict", "Failed", "InvalidSpec", "TransientError");
            assertThat(told.messages()).noneMatch(message -> message.contains("409"));
        }
        assertThat(octavia.members(pool(awaitReady("busy"), "web").id()).list(Filter.ALL))
                .hasSize(20);
    }

    @Test
    void eachPartIsChangedByItself() {
        create("changing", "lb-sub", WEB.formatted(""), POOL.formatted("web", members(2), monitor(5)));
        var before = awaitReady("changing");

        ground.patch(LoadBalancer.class, "changing", """
                {"spec": {"listeners": [%s, {"name": "api", "protocol": "TCP", "port": 8443, "pool": "api"}],
                 "pools": [%s, {"name": "api", "protocol": "TCP", "algorithm": "SOURCE_IP",
                            "members": [{"address": "10.7.0.9", "port": 443, "weight": 7}]}]}}""".formatted(
                        WEB.formatted(", \"allowedCIDRs\": [\"10.0.0.0/8\"], \"connectionLimit\": 100"),
                        POOL.formatted(
                                "web",
                                "{\"address\": \"10.7.0.2\", \"port\": 80, \"weight\": 3}",
                                monitor(9) + ", \"persistence\": {\"type\": \"SOURCE_IP\"}")));
        var after = awaitDone("changing");

        assertThat(id(after)).isEqualTo(id(before));
        assertThat(pool(after, "web").id()).isEqualTo(pool(before, "web").id());
        var web = octavia.pools().find(pool(after, "web").id()).orElseThrow();
        assertThat(web.json().at("/session_persistence/type").asText()).isEqualTo("SOURCE_IP");
        assertThat(octavia.members(web.id()).list(Filter.ALL)).singleElement().satisfies(member -> {
            assertThat(member.address()).isEqualTo("10.7.0.2");
            assertThat(member.weight()).isEqualTo(3);
        });
        assertThat(octavia.monitors()
                        .find(web.monitorId())
                        .orElseThrow()
                        .json()
                        .path("delay")
                        .asInt())
                .isEqualTo(9);
        assertThat(octavia.members(pool(after, "api").id()).list(Filter.ALL))
                .extracting(Member::weight)
                .containsExactly(7);
        assertThat(listener(after, "web").json().path("allowed_cidrs").path(0).asText())
                .isEqualTo("10.0.0.0/8");
        assertThat(listener(after, "api").port()).isEqualTo(8443);

        ground.patch(LoadBalancer.class, "changing", """
                {"spec": {"listeners": [{"name": "web", "protocol": "HTTP", "port": 8080, "pool": "web"}],
                          "pools": [%s]}}""".formatted(POOL.formatted("web", "", "")));
        var less = awaitDone("changing");

        assertThat(Ground.observed(less).listeners()).hasSize(1);
        assertThat(listener(less, "web").port()).isEqualTo(8080);
        assertThat(listener(less, "web").json().path("allowed_cidrs").isNull()).isTrue();
        assertThat(pool(less, "web").members()).isEmpty();
        assertThat(pool(less, "web").monitorStatus()).isNull();
        assertThat(octavia.loadBalancers().find(id(less)).orElseThrow().poolIds())
                .containsExactly(web.id());
    }

    @Test
    void policiesAndTheirRulesFollowTheSpecInItsOrder() {
        var pools = POOL.formatted("web", members(1), "") + "," + POOL.formatted("api", members(1), "");
        create("routing", "lb-sub", WEB.formatted(", \"policies\": [" + toApi("/api") + "]"), pools);
        var made = awaitReady("routing");
        assertThat(policies(made)).extracting(Policy::name).containsExactly("api");
        assertThat(rules(made, "api")).extracting(Rule::value).containsExactly("/api");
        assertThat(Ground.observed(made).pools())
                .extracting(LoadBalancerSeen.Pool::name)
                .containsExactlyInAnyOrder("web", "api");

        var refused = """
                {"name": "refused", "rules": [{"type": "HEADER", "compare": "EQUAL_TO", "key": "X-Old", "value": "1"}]}""";
        set("routing", "listeners", WEB.formatted(", \"policies\": [" + refused + "," + toApi("/v2") + "]"));
        var changed = awaitDone("routing");

        assertThat(policies(changed)).extracting(Policy::name).containsExactly("refused", "api");
        assertThat(policies(changed)).extracting(Policy::action).containsExactly("REJECT", "REDIRECT_TO_POOL");
        assertThat(rules(changed, "api")).extracting(Rule::value).containsExactly("/v2");

        set("routing", "listeners", WEB.formatted(", \"policies\": [" + toApi("/v2") + "," + refused + "]"));
        assertThat(policies(awaitDone("routing"))).extracting(Policy::name).containsExactly("api", "refused");

        ground.patch(
                LoadBalancer.class,
                "routing",
                "{\"spec\": {\"listeners\": [%s], \"pools\": [%s]}}"
                        .formatted(WEB.formatted(""), POOL.formatted("web", members(1), "")));
        var plain = awaitDone("routing");
        assertThat(policies(plain)).isEmpty();
        assertThat(octavia.loadBalancers().find(id(plain)).orElseThrow().poolIds())
                .hasSize(1);
    }

    @Test
    void aLostStatusLeadsToNoSecondOne() {
        create("lost", "lb-sub", WEB.formatted(""), POOL.formatted("web", members(1), ""));
        var before = awaitReady("lost");

        ground.forgetStatus(LoadBalancer.class, "lost");
        ground.wake();

        var after = awaitReady("lost");
        assertThat(id(after)).isEqualTo(id(before));
        assertThat(octavia.loadBalancers().owned(new Mark(after.getMetadata().getUid())))
                .hasSize(1);
    }

    @Test
    void driftOfAPartIsShownAndCorrectedOnlyWhenThatIsWanted() {
        create("adrift", "lb-sub", WEB.formatted(""), POOL.formatted("web", members(1), ""));
        var pool = pool(awaitReady("adrift"), "web").id();
        octavia.pools().update(pool, new Pool.Wish().algorithm("LEAST_CONNECTIONS"));

        ground.wake();

        var drifted = await(
                "adrift", seen -> condition(seen, Condition.SYNCED).reason().equals("Drifted"));
        assertThat(drifted.getStatus().drift()).singleElement().satisfies(drift -> {
            assertThat(drift.path()).isEqualTo("pools/web");
            assertThat(drift.want()).contains("ROUND_ROBIN");
            assertThat(drift.have()).contains("LEAST_CONNECTIONS");
        });

        ground.change(LoadBalancer.class, "adrift", "drift", "Correct");
        awaitDone("adrift");
        assertThat(octavia.pools().find(pool).orElseThrow().algorithm()).isEqualTo("ROUND_ROBIN");
    }

    @Test
    void anImportedOneKeepsThePartsOfWhichNothingIsSaid() {
        var subnet = Objects.requireNonNull(
                ground.await(Subnet.class, "lb-sub", seen -> seen.getStatus().id() != null)
                        .getStatus()
                        .id());
        var theirs = octavia.loadBalancers()
                .create(new Wish()
                        .name("by hand")
                        .vipSubnet(subnet)
                        .listeners(List.of(
                                new Listener.Wish().name("old").protocol("TCP").port(22))));
        ground.create(ground.object("loadbalancer", "LoadBalancer", "taken", spec -> {
            spec.put("import", Map.of("filter", Map.of("name", "by hand")));
            spec.put("name", "by hand");
            spec.put("deletionPolicy", "Delete");
        }));

        var taken = awaitReady("taken");
        assertThat(id(taken)).isEqualTo(theirs.id());
        assertThat(Ground.observed(taken).listeners())
                .extracting(LoadBalancerSeen.Listener::name)
                .containsExactly("old");
    }

    @Test
    void whatCannotBeIsRefusedWithTheReason() {
        refused("ovn", WEB.formatted(""), "", "layer 4 only");
        refused("ovn", "", """
                {"name": "web", "protocol": "TCP", "algorithm": "ROUND_ROBIN"}""", "algorithm SOURCE_IP_PORT");
        refused("amphora", "", """
                {"name": "web", "protocol": "TCP", "algorithm": "SOURCE_IP_PORT"}""", "has no algorithm SOURCE_IP_PORT");
        refused("amphora", WEB.formatted(""), "", "name of one of pools");
        refused("amphora", """
                {"name": "tls", "protocol": "TERMINATED_HTTPS", "port": 443}""", "", "need each other");
        refused("amphora", """
                {"name": "a", "protocol": "TCP", "port": 80}, {"name": "b", "protocol": "HTTP", "port": 80}""", "", "same port");
        refused("amphora", "", POOL.formatted("web", "{\"port\": 80}", ""), "either address or serverRef");
        var door = Map.of("portRef", Ground.reference("door"), "address", "10.9.0.50");
        assertThatThrownBy(() -> ground.create(balancer("unfit", "", "", "", spec -> spec.put("vip", door))))
                .hasMessageContaining("either portRef or address");
        assertThatThrownBy(() -> ground.create(ground.object("loadbalancer", "LoadBalancer", "nowhere", spec -> {})))
                .hasMessageContaining("vip is needed");
    }

    @Test
    void whereItIsCannotChange() {
        create("fixed", "nowhere", "", "");

        assertThatThrownBy(() -> ground.patch(
                        LoadBalancer.class, "fixed", "{\"spec\": {\"vip\": {\"subnetRef\": {\"name\": \"other\"}}}}"))
                .hasMessageContaining("spec.vip")
                .hasMessageContaining("make it anew");
        assertThatThrownBy(() -> ground.patch(LoadBalancer.class, "fixed", "{\"spec\": {\"provider\": \"ovn\"}}"))
                .hasMessageContaining("provider cannot be changed");
    }

    private void refused(String provider, String listeners, String pools, String why) {
        var balancer = balancer("unfit", "lb-sub", listeners, pools, spec -> spec.put("provider", provider));
        assertThatThrownBy(() -> ground.create(balancer)).hasMessageContaining(why);
    }

    private void create(String name, String subnet, String listeners, String pools) {
        ground.create(balancer(name, subnet, listeners, pools, spec -> {}));
    }

    private GenericKubernetesResource balancer(
            String name, String subnet, String listeners, String pools, Consumer<Map<String, Object>> more) {
        return ground.object("loadbalancer", "LoadBalancer", name, spec -> {
            spec.put("vip", Map.of("subnetRef", Map.of("name", subnet)));
            spec.put("listeners", parts(listeners));
            spec.put("pools", parts(pools));
            more.accept(spec);
        });
    }

    private List<?> parts(String json) {
        return ground.kubernetes().getKubernetesSerialization().unmarshal("[" + json + "]", List.class);
    }

    private void set(String name, String field, String parts) {
        ground.patch(LoadBalancer.class, name, "{\"spec\": {\"%s\": [%s]}}".formatted(field, parts));
    }

    private static String members(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("{\"address\": \"10.7.0.%d\", \"port\": 80}"::formatted)
                .collect(Collectors.joining(","));
    }

    private static String monitor(int delay) {
        return ", \"monitor\": {\"type\": \"HTTP\", \"delaySeconds\": %d, \"timeoutSeconds\": 3}".formatted(delay);
    }

    private static String toApi(String path) {
        return """
                {"name": "api", "pool": "api", "rules": [{"type": "PATH", "compare": "STARTS_WITH", "value": "%s"}]}""".formatted(path);
    }

    private LoadBalancer await(String name, Predicate<LoadBalancer> wanted) {
        return ground.await(LoadBalancer.class, name, wanted);
    }

    private LoadBalancer awaitReady(String name) {
        return await(name, seen -> ready(seen).isTrue());
    }

    private LoadBalancer awaitDone(String name) {
        return await(name, LoadBalancerBehaviour::isDone);
    }

    private static boolean isDone(LoadBalancer balancer) {
        var synced = condition(balancer, Condition.SYNCED);
        return synced.isTrue()
                && synced.observedGeneration() == balancer.getMetadata().getGeneration();
    }

    private static LoadBalancerSeen.Pool pool(LoadBalancer balancer, String name) {
        return Ground.observed(balancer).pools().stream()
                .filter(pool -> pool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Listener listener(LoadBalancer balancer, String name) {
        var id = Ground.observed(balancer).listeners().stream()
                .filter(listener -> listener.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        return octavia.listeners().find(id).orElseThrow();
    }

    private List<Policy> policies(LoadBalancer balancer) {
        return listener(balancer, "web").policyIds().stream()
                .map(policy -> octavia.policies().find(policy).orElseThrow())
                .sorted(Comparator.comparingInt(Policy::position))
                .toList();
    }

    private List<Rule> rules(LoadBalancer balancer, String policy) {
        return policies(balancer).stream()
                .filter(each -> each.name().equals(policy))
                .flatMap(each -> octavia.rules(each.id()).list(Filter.ALL).stream())
                .toList();
    }

    private static Condition ready(LoadBalancer balancer) {
        return condition(balancer, Condition.READY);
    }

    private static Condition condition(LoadBalancer balancer, String type) {
        return Condition.find(balancer.getStatus().conditions(), type).orElseThrow();
    }

    private static String id(LoadBalancer balancer) {
        return Objects.requireNonNull(balancer.getStatus().id());
    }
}
