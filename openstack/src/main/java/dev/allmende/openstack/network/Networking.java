package dev.allmende.openstack.network;

import dev.allmende.openstack.Call;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.Trouble;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Kind;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.resource.Quota;
import dev.allmende.openstack.resource.Removal;
import dev.allmende.openstack.resource.Resources;
import java.util.List;
import java.util.Set;

/** What Neutron does for a project. */
public final class Networking {

    private static final Kind<Network.Wish, Network> NETWORKS = new Kind<>(
            ServiceType.NETWORK,
            "/networks",
            "/networks",
            "network",
            "networks",
            "PUT",
            Mark.Place.DESCRIPTION,
            Network.Wish::new,
            Network::new);
    private static final Kind<Subnet.Wish, Subnet> SUBNETS = new Kind<>(
            ServiceType.NETWORK,
            "/subnets",
            "/subnets",
            "subnet",
            "subnets",
            "PUT",
            Mark.Place.DESCRIPTION,
            Subnet.Wish::new,
            Subnet::new);
    private static final Kind<Router.Wish, Router> ROUTERS = new Kind<>(
            ServiceType.NETWORK,
            "/routers",
            "/routers",
            "router",
            "routers",
            "PUT",
            Mark.Place.DESCRIPTION,
            Router.Wish::new,
            Router::new);
    private static final Kind<SecurityGroup.Wish, SecurityGroup> GROUPS = new Kind<>(
            ServiceType.NETWORK,
            "/security-groups",
            "/security-groups",
            "security_group",
            "security_groups",
            "PUT",
            Mark.Place.DESCRIPTION,
            SecurityGroup.Wish::new,
            SecurityGroup::new);
    private static final Kind<SecurityGroupRule.Wish, SecurityGroupRule> RULES = new Kind<>(
            ServiceType.NETWORK,
            "/security-group-rules",
            "/security-group-rules",
            "security_group_rule",
            "security_group_rules",
            "PUT",
            Mark.Place.DESCRIPTION,
            SecurityGroupRule.Wish::new,
            SecurityGroupRule::new);
    private static final Kind<Port.Wish, Port> PORTS = new Kind<>(
            ServiceType.NETWORK,
            "/ports",
            "/ports",
            "port",
            "ports",
            "PUT",
            Mark.Place.DESCRIPTION,
            Port.Wish::new,
            Port::new);
    private static final Kind<FloatingIp.Wish, FloatingIp> FLOATING_IPS = new Kind<>(
            ServiceType.NETWORK,
            "/floatingips",
            "/floatingips",
            "floatingip",
            "floatingips",
            "PUT",
            Mark.Place.DESCRIPTION,
            FloatingIp.Wish::new,
            FloatingIp::new);

    /** Owners of such ports: plain, of distributed, and of highly available routers (neutron-lib constants, Zed). */
    private static final Set<String> INTERFACES = Set.of(
            "network:router_interface",
            "network:router_interface_distributed",
            "network:ha_router_replicated_interface");

    private final Cloud cloud;

    public Networking(Cloud cloud) {
        this.cloud = cloud;
    }

    public Resources<Network.Wish, Network> networks() {
        return new Resources<>(cloud, NETWORKS);
    }

    public Resources<Subnet.Wish, Subnet> subnets() {
        return new Resources<>(cloud, SUBNETS);
    }

    public Resources<Router.Wish, Router> routers() {
        return new Resources<>(cloud, ROUTERS);
    }

    public Resources<SecurityGroup.Wish, SecurityGroup> securityGroups() {
        return new Resources<>(cloud, GROUPS);
    }

    public Resources<SecurityGroupRule.Wish, SecurityGroupRule> securityGroupRules() {
        return new Resources<>(cloud, RULES);
    }

    public Resources<Port.Wish, Port> ports() {
        return new Resources<>(cloud, PORTS);
    }

    public Resources<FloatingIp.Wish, FloatingIp> floatingIps() {
        return new Resources<>(cloud, FLOATING_IPS);
    }

    /** Gives the router the gateway address of a subnet; the new port's id. A conflict when it has one there already. */
    public String addInterface(String router, String subnet) {
        return plug(router, "add_router_interface", Fields.of("subnet_id", subnet));
    }

    /** Makes a port, with an address of one's choice, an interface of the router. */
    public String addPort(String router, String port) {
        return plug(router, "add_router_interface", Fields.of("port_id", port));
    }

    /** Removes the interface and its port. A conflict while routes or floating IPs need it. */
    public Removal removeInterface(String router, String subnet) {
        return unplug(router, Fields.of("subnet_id", subnet));
    }

    /** Removes the interface and its port, whoever made that. A conflict while routes or floating IPs need it. */
    public Removal removePort(String router, String port) {
        return unplug(router, Fields.of("port_id", port));
    }

    /** Ports by which a router is connected to networks inside; its gateway and the cloud's own are left out. */
    public List<Port> interfaces(String router) {
        return ports().list(Filter.by("device_id", router)).stream()
                .filter(port -> INTERFACES.contains(port.deviceOwner()))
                .toList();
    }

    private Removal unplug(String router, Fields what) {
        try {
            plug(router, "remove_router_interface", what);
            return Removal.ASKED;
        } catch (OpenStackException missing) {
            if (missing.trouble() == Trouble.NOT_FOUND) {
                return Removal.GONE;
            }
            throw missing;
        }
    }

    private String plug(String router, String verb, Fields what) {
        var answer = routers().service().send(Call.put(routers().path(router) + "/" + verb, Json.bytes(what.json())));
        return Json.tree(answer.body())
                .map(tree -> tree.path("port_id").asText())
                .orElse("");
    }

    /** Limits and use of a project; other projects' are for admins. */
    public Quota quota(String project) {
        var answer = networks().service().send(Call.get("/quotas/" + project + "/details.json"));
        return Quota.of(Json.tree(answer.body()).map(tree -> tree.path("quota")).orElseGet(Json::object));
    }

    /** For admins. */
    public void setQuota(String project, Fields limits) {
        networks()
                .service()
                .send(Call.put(
                        "/quotas/" + project,
                        Json.bytes(Fields.NONE.with("quota", limits).json())));
    }

    /** Back to the cloud's limits; for admins. */
    public void resetQuota(String project) {
        networks().service().send(Call.delete("/quotas/" + project));
    }
}
