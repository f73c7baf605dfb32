package dev.allmende.openstack.loadbalancer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Kind;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.resource.Quota;
import dev.allmende.openstack.resource.Removal;
import dev.allmende.openstack.resource.Resources;
import java.util.List;

/** What Octavia does for a project. */
public final class Balancing {

    private static final Kind<LoadBalancer.Wish, LoadBalancer> LOAD_BALANCERS = new Kind<>(
            ServiceType.LOAD_BALANCER,
            "/lbaas/loadbalancers",
            "/lbaas/loadbalancers",
            "loadbalancer",
            "loadbalancers",
            "PUT",
            Mark.Place.TAGS,
            LoadBalancer.Wish::new,
            LoadBalancer::new);
    private static final Kind<Listener.Wish, Listener> LISTENERS = new Kind<>(
            ServiceType.LOAD_BALANCER,
            "/lbaas/listeners",
            "/lbaas/listeners",
            "listener",
            "listeners",
            "PUT",
            Mark.Place.TAGS,
            Listener.Wish::new,
            Listener::new);
    private static final Kind<Pool.Wish, Pool> POOLS = new Kind<>(
            ServiceType.LOAD_BALANCER,
            "/lbaas/pools",
            "/lbaas/pools",
            "pool",
            "pools",
            "PUT",
            Mark.Place.TAGS,
            Pool.Wish::new,
            Pool::new);
    private static final Kind<Monitor.Wish, Monitor> MONITORS = new Kind<>(
            ServiceType.LOAD_BALANCER,
            "/lbaas/healthmonitors",
            "/lbaas/healthmonitors",
            "healthmonitor",
            "healthmonitors",
            "PUT",
            Mark.Place.TAGS,
            Monitor.Wish::new,
            Monitor::new);
    private static final Kind<Policy.Wish, Policy> POLICIES = new Kind<>(
            ServiceType.LOAD_BALANCER,
            "/lbaas/l7policies",
            "/lbaas/l7policies",
            "l7policy",
            "l7policies",
            "PUT",
            Mark.Place.DESCRIPTION,
            Policy.Wish::new,
            Policy::new);

    private final Cloud cloud;

    public Balancing(Cloud cloud) {
        this.cloud = cloud;
    }

    public Resources<LoadBalancer.Wish, LoadBalancer> loadBalancers() {
        return new Resources<>(cloud, LOAD_BALANCERS);
    }

    public Resources<Listener.Wish, Listener> listeners() {
        return new Resources<>(cloud, LISTENERS);
    }

    public Resources<Pool.Wish, Pool> pools() {
        return new Resources<>(cloud, POOLS);
    }

    public Resources<Monitor.Wish, Monitor> monitors() {
        return new Resources<>(cloud, MONITORS);
    }

    public Resources<Policy.Wish, Policy> policies() {
        return new Resources<>(cloud, POLICIES);
    }

    public Resources<Member.Wish, Member> members(String pool) {
        var path = pools().path(pool) + "/members";
        return new Resources<>(
                cloud,
                new Kind<Member.Wish, Member>(
                        ServiceType.LOAD_BALANCER,
                        path,
                        path,
                        "member",
                        "members",
                        "PUT",
                        Mark.Place.TAGS,
                        Member.Wish::new,
                        Member::new));
    }

    /** Makes the members exactly these, in one write: those with the same address and port are changed, others come and go. */
    public void setMembers(String pool, List<Member.Wish> members) {
        var body = Fields.NONE.with(
                "members", members.stream().map(Member.Wish::fields).toList());
        pools().service().send(Call.put(pools().path(pool) + "/members", Json.bytes(body.json())));
    }

    public Resources<Rule.Wish, Rule> rules(String policy) {
        var path = policies().path(policy) + "/rules";
        return new Resources<>(
                cloud,
                new Kind<Rule.Wish, Rule>(
                        ServiceType.LOAD_BALANCER,
                        path,
                        path,
                        "rule",
                        "rules",
                        "PUT",
                        Mark.Place.NOWHERE,
                        Rule.Wish::new,
                        Rule::new));
    }

    /** The load balancer with all its parts. */
    public Removal deleteAll(String loadBalancer) {
        return loadBalancers().delete(loadBalancer, Filter.by("cascade", "true"));
    }

    /** Provisioning and operating status of the whole tree, as Octavia nests it. */
    public JsonNode statuses(String loadBalancer) {
        var answer = loadBalancers().service().send(Call.get(loadBalancers().path(loadBalancer) + "/status"));
        return Json.tree(answer.body())
                .map(tree -> tree.path("statuses").path("loadbalancer"))
                .orElseGet(Json::object);
    }

    /** Limits of a project; Octavia tells no use. */
    public Quota quota(String project) {
        var answer = pools().service().send(Call.get("/lbaas/quotas/" + project));
        return Quota.of(Json.tree(answer.body()).map(tree -> tree.path("quota")).orElseGet(Json::object));
    }

    /** For admins. */
    public void setQuota(String project, Fields limits) {
        pools().service()
                .send(Call.put(
                        "/lbaas/quotas/" + project,
                        Json.bytes(Fields.NONE.with("quota", limits).json())));
    }
}
