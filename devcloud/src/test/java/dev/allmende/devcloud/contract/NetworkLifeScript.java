package dev.allmende.devcloud.contract;

import static dev.allmende.devcloud.contract.Step.Who.ADMIN;
import static dev.allmende.devcloud.contract.Step.Who.MEMBER;

import java.util.List;
import java.util.stream.Stream;

/** What a controller asks of Neutron: changes, tags, revisions, moving addresses, and everything that is refused. */
final class NetworkLifeScript {
    private static final String V = "/v2.0/";
    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    private NetworkLifeScript() {}

    private static Step get(String path) {
        return Step.of(MEMBER, "network", "GET", V + path).named("life");
    }

    private static Step act(String method, String path) {
        return Step.of(MEMBER, "network", method, V + path).named("life");
    }

    private static Step change(String collection, String id, String body, String label) {
        return act("PUT", collection + "/${" + id + "}").named(label).body(body);
    }

    private static Step post(String collection, String label, String body) {
        return act("POST", collection).named(label).body(body);
    }

    static List<Step> steps() {
        return Stream.of(segments(), ports(), addresses(), groups(), end(), quotas())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Step> segments() {
        return List.of(
                post("networks", "new", "{'network':{'name':'allmende-life','description':'d','mtu':1400}}")
                        .save("lnet", "/network/id"),
                act("PUT", "networks/${lnet}/tags").body("{'tags':['a','b']}"),
                get("networks/${lnet}/tags"),
                get("networks?tags=a,b&name=allmende-life"),
                get("networks?tags=c&name=allmende-life"),
                get("networks?foo=1"),
                change("networks", "lnet", "{'network':{'router:external':true}}", "external"),
                change("networks", "lnet", "{'network':{'id':'x'}}", "id"),
                change("networks", "lnet", "{'network':{'mtu':99999}}", "large mtu"),
                change("networks", "lnet", "{'network':{'mtu':1300}}", "old revision")
                        .header("If-Match", "revision_number=0"),
                change("networks", "lnet", "{'network':{'mtu':1300}}", "mtu"),
                post(
                                "subnets",
                                "new",
                                "{'subnet':{'network_id':'${lnet}','ip_version':4,'cidr':'10.77.0.0/24','name':'allmende-life',"
                                        + "'dns_nameservers':['9.9.9.9'],'allocation_pools':[{'start':'10.77.0.20','end':'10.77.0.99'}]}}")
                        .save("lsub", "/subnet/id"),
                change("subnets", "lsub", "{'subnet':{'cidr':'10.78.0.0/24'}}", "range"),
                change("subnets", "lsub", "{'subnet':{'dns_nameservers':[],'description':'x'}}", "servers"));
    }

    private static List<Step> ports() {
        String at = "{'port':{'network_id':'${lnet}','fixed_ips':[{'subnet_id':'${lsub}','ip_address':'%s'}]%s}}";
        return List.of(
                post(
                                "ports",
                                "new",
                                at.formatted("10.77.0.50", ",'allowed_address_pairs':[{'ip_address':'10.77.0.60'}]"))
                        .save("lport", "/port/id"),
                post("ports", "same address", at.formatted("10.77.0.50", "")),
                post("ports", "address elsewhere", at.formatted("10.1.0.50", "")),
                post("ports", "no such group", at.formatted("10.77.0.51", ",'security_groups':['" + NONE + "']")),
                post("ports", "no such network", "{'port':{'network_id':'" + NONE + "'}}"),
                change(
                        "ports",
                        "lport",
                        "{'port':{'fixed_ips':[{'subnet_id':'${lsub}','ip_address':'10.77.0.52'}]}}",
                        "address"),
                change("ports", "lport", "{'port':{'network_id':'${lnet}'}}", "network"),
                change("ports", "lport", "{'port':{'port_security_enabled':false}}", "unguarded with pairs"),
                change(
                        "ports",
                        "lport",
                        "{'port':{'port_security_enabled':false,'security_groups':[],'allowed_address_pairs':[]}}",
                        "unguarded"),
                get("ports?fixed_ips=ip_address=10.77.0.52&network_id=${lnet}"));
    }

    private static List<Step> addresses() {
        String floating = "{'floatingip':{'floating_network_id':'${external}','port_id':'${lport}'}}";
        return List.of(
                post("routers", "new", "{'router':{'name':'allmende-life','description':'r'}}")
                        .save("lrouter", "/router/id"),
                post("floatingips", "out of reach", floating),
                change(
                        "routers",
                        "lrouter",
                        "{'router':{'external_gateway_info':{'network_id':'${external}'}}}",
                        "gateway"),
                act("PUT", "routers/${lrouter}/add_router_interface").body("{'subnet_id':'${lsub}'}"),
                post("floatingips", "new", floating).save("lfloating", "/floatingip/id"),
                post("floatingips", "second", floating),
                change("routers", "lrouter", "{'router':{'external_gateway_info':null}}", "needed gateway"),
                act("PUT", "routers/${lrouter}/remove_router_interface")
                        .named("needed")
                        .body("{'subnet_id':'${lsub}'}"),
                change(
                        "routers",
                        "lrouter",
                        "{'router':{'routes':[{'destination':'10.9.0.0/24','nexthop':'10.77.0.9'}]}}",
                        "routes"),
                change(
                        "routers",
                        "lrouter",
                        "{'router':{'routes':[{'destination':'10.9.0.0/24','nexthop':'10.5.0.9'}]}}",
                        "routes to nowhere"),
                change("routers", "lrouter", "{'router':{'routes':[]}}", "no routes"),
                change("floatingips", "lfloating", "{'floatingip':{'port_id':null,'description':'q'}}", "detach"),
                change("floatingips", "lfloating", "{'floatingip':{'port_id':'${lport}'}}", "attach"),
                change(
                        "floatingips",
                        "lfloating",
                        "{'floatingip':{'floating_network_id':'${external}'}}",
                        "other network"),
                act("PUT", "floatingips/${lfloating}/tags").body("{'tags':['x']}"));
    }

    private static List<Step> groups() {
        String rule = "{'security_group_rule':{'security_group_id':'${lgroup}','direction':'ingress',%s}}";
        return List.of(
                post("security-groups", "new", "{'security_group':{'name':'allmende-life','stateful':true}}")
                        .save("lgroup", "/security_group/id"),
                change(
                        "ports",
                        "lport",
                        "{'port':{'port_security_enabled':true,'security_groups':['${lgroup}']}}",
                        "guarded"),
                act("DELETE", "security-groups/${lgroup}").named("in use"),
                change("security-groups", "lgroup", "{'security_group':{'stateful':false}}", "stateless in use"),
                change("security-groups", "lgroup", "{'security_group':{'name':'renamed'}}", "rename"),
                post(
                        "security-group-rules",
                        "ports upside down",
                        rule.formatted("'protocol':'tcp','port_range_min':90,'port_range_max':22")),
                post(
                        "security-group-rules",
                        "two remotes",
                        rule.formatted("'remote_ip_prefix':'10.0.0.0/24','remote_group_id':'${lgroup}'")),
                post(
                                "security-group-rules",
                                "from a range",
                                rule.formatted("'remote_ip_prefix':'10.0.0.5/24','protocol':'6','description':'z'"))
                        .save("lrule", "/security_group_rule/id"),
                post("security-group-rules", "from a group", rule.formatted("'remote_group_id':'${lgroup}'")),
                get("security-group-rules?security_group_id=${lgroup}"),
                act("DELETE", "security-group-rules/${lrule}"),
                act("DELETE", "security-group-rules/${lrule}").named("again"));
    }

    private static List<Step> end() {
        return List.of(
                act("DELETE", "ports/${lport}"),
                get("floatingips/${lfloating}").named("its port is gone"),
                act("DELETE", "floatingips/${lfloating}"),
                act("DELETE", "security-groups/${lgroup}"),
                act("PUT", "routers/${lrouter}/remove_router_interface").body("{'subnet_id':'${lsub}'}"),
                act("DELETE", "routers/${lrouter}"),
                act("DELETE", "subnets/${lsub}"),
                act("DELETE", "networks/${lnet}"));
    }

    private static List<Step> quotas() {
        String other = V + "quotas/allmende-contract";
        return List.of(
                get("quotas/${project}/details.json"),
                get("quotas/${project}/default"),
                get("quotas/allmende-contract"),
                act("PUT", "quotas/${project}").body("{'quota':{'network':5}}"),
                act("DELETE", "quotas/${project}"),
                Step.of(ADMIN, "network", "PUT", other).body("{'quota':{'network':5}}"),
                Step.of(ADMIN, "network", "PUT", other).named("unknown").body("{'quota':{'foo':5}}"),
                Step.of(ADMIN, "network", "GET", other + "/details.json"),
                Step.of(ADMIN, "network", "DELETE", other),
                Step.of(ADMIN, "network", "DELETE", other).named("again"));
    }
}
