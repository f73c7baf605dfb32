package dev.allmende.devcloud.contract;

import static dev.allmende.devcloud.contract.Step.Who.MEMBER;
import static dev.allmende.devcloud.contract.Step.Who.NOBODY;
import static dev.allmende.devcloud.contract.Step.Who.STRANGER;

import java.util.ArrayList;
import java.util.List;

/** Requests to Neutron. {@link #create} makes the network that the server script uses, {@link #remove} takes it away. */
final class NetworkScript {
    private static final String V = "/v2.0/";

    private NetworkScript() {}

    private static Step get(String path) {
        return Step.of(MEMBER, "network", "GET", path);
    }

    private static Step act(String method, String path) {
        return Step.of(MEMBER, "network", method, V + path);
    }

    static List<Step> reads() {
        List<Step> steps = new ArrayList<>(List.of(
                Step.of(NOBODY, "network", "GET", "/"),
                Step.of(NOBODY, "network", "GET", V + "networks"),
                Step.of(STRANGER, "network", "GET", V + "networks"),
                get("/v2.0"),
                get(V + "networks?limit=1"),
                get(V + "networks?limit=x"),
                get(V + "networks?marker=nope&limit=1"),
                get(V + "networks?name=no-such-network"),
                get(V + "networks?fields=id&fields=name"),
                get(V + "networks?router:external=true").save("external", "/networks/0/id"),
                get(V + "networks/${external}"),
                get(V + "default-security-group-rules"),
                get(V + "availability_zones"),
                get(V + "extensions"),
                get(V + "quotas/${project}"),
                get(V + "nope"),
                act("PATCH", "networks").body("{}")));
        for (String kind : List.of(
                "networks", "subnets", "routers", "ports", "security-groups", "security-group-rules", "floatingips")) {
            steps.add(get(V + kind));
            steps.add(get(V + kind + "/nope"));
            steps.add(act("DELETE", kind + "/nope"));
        }
        return steps;
    }

    static List<Step> create() {
        String subnet =
                "{'subnet':{'name':'allmende-contract','network_id':'${net}','ip_version':4,'cidr':'10.9.0.0/24'}}";
        String face = "routers/${router}/add_router_interface";
        return List.of(
                act("POST", "networks").named("without wrapper").body("{'net':{}}"),
                act("POST", "networks").named("broken").body("{"),
                act("POST", "networks").named("unknown attribute").body("{'network':{'name':'x','foo':1}}"),
                act("POST", "networks").named("external").body("{'network':{'name':'x','router:external':true}}"),
                act("POST", "networks")
                        .body("{'network':{'name':'allmende-contract'}}")
                        .save("net", "/network/id"),
                act("POST", "subnets").body(subnet).save("subnet", "/subnet/id"),
                act("POST", "subnets").named("overlaps").body(subnet),
                act("POST", "subnets").named("without version").body("{'subnet':{'network_id':'${net}'}}"),
                act("POST", "subnets")
                        .named("no range")
                        .body("{'subnet':{'network_id':'${net}','ip_version':4,'cidr':'hello'}}"),
                get(V + "networks/${net}"),
                get(V + "subnets/${subnet}"),
                act("POST", "routers")
                        .body(
                                "{'router':{'name':'allmende-contract','external_gateway_info':{'network_id':'${external}'}}}")
                        .save("router", "/router/id"),
                act("PUT", face).body("{'subnet_id':'${subnet}'}"),
                act("PUT", face).named("again").body("{'subnet_id':'${subnet}'}"),
                act("PUT", face).named("of nothing").body("{}"),
                get(V + "routers/${router}"),
                get(V + "ports?device_id=${router}")
                        .saveWhere("routerPort", "/ports", "device_owner", "network:router_interface", "id"),
                act("DELETE", "ports/${routerPort}").named("of a router"),
                act("DELETE", "routers/${router}").named("in use"),
                act("DELETE", "subnets/${subnet}").named("in use"),
                act("DELETE", "networks/${net}").named("in use"),
                act("POST", "ports")
                        .body("{'port':{'network_id':'${net}','name':'allmende-contract'}}")
                        .save("port", "/port/id"),
                act("PUT", "ports/${port}").body("{'port':{'name':'renamed'}}"),
                get(V + "ports/${port}"),
                act("POST", "floatingips")
                        .body("{'floatingip':{'floating_network_id':'${external}'}}")
                        .save("floating", "/floatingip/id"),
                get(V + "floatingips/${floating}"),
                act("DELETE", "floatingips/${floating}"),
                get(V + "floatingips/${floating}").named("deleted"),
                act("DELETE", "ports/${port}"));
    }

    static List<Step> groups() {
        String rule = "{'security_group_rule':{'security_group_id':'${sg}','direction':'ingress','protocol':'tcp',"
                + "'port_range_min':22,'port_range_max':22}}";
        return List.of(
                act("POST", "security-groups")
                        .body("{'security_group':{'name':'allmende-contract'}}")
                        .save("sg", "/security_group/id"),
                get(V + "security-groups/${sg}"),
                act("PUT", "security-groups/${sg}").body("{'security_group':{'description':'x'}}"),
                act("POST", "security-group-rules").body(rule).save("rule", "/security_group_rule/id"),
                act("POST", "security-group-rules").named("again").body(rule),
                act("POST", "security-group-rules")
                        .named("without direction")
                        .body("{'security_group_rule':{'security_group_id':'${sg}'}}"),
                get(V + "security-group-rules/${rule}"),
                get(V + "security-group-rules?limit=1"),
                act("DELETE", "security-group-rules/${rule}"),
                act("DELETE", "security-groups/${sg}"),
                act("DELETE", "security-groups/${sg}").named("again"),
                act("POST", "security-groups").named("second default").body("{'security_group':{'name':'default'}}"));
    }

    static List<Step> remove() {
        return List.of(
                act("PUT", "routers/${router}/remove_router_interface").body("{'subnet_id':'${subnet}'}"),
                act("PUT", "routers/${router}/remove_router_interface")
                        .named("again")
                        .body("{'subnet_id':'${subnet}'}"),
                act("PUT", "routers/${router}")
                        .named("clear gateway")
                        .body("{'router':{'external_gateway_info':null}}"),
                act("DELETE", "routers/${router}"),
                act("DELETE", "subnets/${subnet}"),
                act("DELETE", "networks/${net}"),
                act("DELETE", "networks/${net}").named("again"));
    }
}
