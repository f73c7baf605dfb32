package dev.allmende.devcloud.contract;

import static dev.allmende.devcloud.contract.Step.Who.MEMBER;

import java.util.List;
import java.util.stream.Stream;

/** A load balancer of Octavia with all its parts. The test bed's drivers move no packet, but the API is the real one. */
final class BalancerScript {
    private static final String L = "/v2/lbaas/";
    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    private BalancerScript() {}

    private static Step act(String method, String path, String label, String body) {
        return Step.of(MEMBER, "load-balancer", method, L + path).named(label).body(body);
    }

    private static Step get(String path) {
        return act("GET", path, "tree", "");
    }

    private static Step ready(String after) {
        return act("GET", "loadbalancers/${lb}", "ready after " + after, "")
                .until("/loadbalancer/provisioning_status", "ACTIVE", "ERROR");
    }

    static List<Step> steps() {
        return Stream.of(balancer(), parts(), rest(), end())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Step> balancer() {
        return List.of(
                Step.of(MEMBER, "network", "POST", "/v2.0/networks")
                        .named("for a load balancer")
                        .body("{'network':{'name':'allmende-balancer'}}")
                        .save("bnet", "/network/id"),
                Step.of(MEMBER, "network", "POST", "/v2.0/subnets")
                        .named("for a load balancer")
                        .body("{'subnet':{'network_id':'${bnet}','ip_version':4,'cidr':'10.79.0.0/24'}}")
                        .save("bsub", "/subnet/id"),
                act("POST", "loadbalancers", "unknown field", "{'loadbalancer':{'vip_subnet_id':'${bsub}','foo':1}}"),
                act(
                        "POST",
                        "loadbalancers",
                        "no such provider",
                        "{'loadbalancer':{'vip_subnet_id':'${bsub}','provider':'nope'}}"),
                act(
                                "POST",
                                "loadbalancers",
                                "new",
                                "{'loadbalancer':{'name':'allmende-contract','vip_subnet_id':'${bsub}','tags':['t']}}")
                        .save("lb", "/loadbalancer/id"),
                act("PUT", "loadbalancers/${lb}", "while pending", "{'loadbalancer':{'name':'x'}}"),
                act("PUT", "loadbalancers/${lb}", "address", "{'loadbalancer':{'vip_subnet_id':'${bsub}'}}"),
                act(
                        "POST",
                        "listeners",
                        "while pending",
                        "{'listener':{'loadbalancer_id':'${lb}','protocol':'TCP','protocol_port':80}}"),
                act("DELETE", "loadbalancers/${lb}", "while pending", ""),
                ready("create"),
                get("loadbalancers?tags=t"),
                get("loadbalancers/${lb}/stats"),
                act("PUT", "loadbalancers/${lb}", "name", "{'loadbalancer':{'name':'renamed','description':'d'}}"),
                ready("rename"));
    }

    private static List<Step> parts() {
        String listener = "{'listener':{'loadbalancer_id':'${lb}','protocol':'HTTP','protocol_port':80,'name':'l'}}";
        String member = "{'member':{'address':'10.79.0.5','protocol_port':80,'name':'m'}}";
        return List.of(
                act("POST", "listeners", "new", listener).save("listener", "/listener/id"),
                ready("listener"),
                act("POST", "listeners", "again", listener),
                act(
                        "POST",
                        "listeners",
                        "no such protocol",
                        "{'listener':{'loadbalancer_id':'${lb}','protocol':'NOPE','protocol_port':81}}"),
                act("POST", "listeners", "of nothing", "{'listener':{'protocol':'HTTP','protocol_port':81}}"),
                act(
                        "POST",
                        "listeners",
                        "of nobody",
                        "{'listener':{'loadbalancer_id':'" + NONE + "','protocol':'TCP','protocol_port':80}}"),
                act(
                                "POST",
                                "pools",
                                "new",
                                "{'pool':{'listener_id':'${listener}','protocol':'HTTP','lb_algorithm':'ROUND_ROBIN','session_persistence':{'type':'SOURCE_IP'}}}")
                        .save("lbpool", "/pool/id"),
                ready("pool"),
                get("pools/${lbpool}"),
                act("POST", "pools/${lbpool}/members", "new", member).save("member", "/member/id"),
                act(
                        "POST",
                        "pools/${lbpool}/members",
                        "while pending",
                        "{'member':{'address':'10.79.0.6','protocol_port':80}}"),
                ready("member"),
                act("POST", "pools/${lbpool}/members", "again", member),
                act("PUT", "pools/${lbpool}/members/${member}", "weight", "{'member':{'weight':5}}"),
                ready("weight"),
                act(
                        "PUT",
                        "pools/${lbpool}/members",
                        "all",
                        "{'members':[{'address':'10.79.0.5','protocol_port':80,'weight':7},{'address':'10.79.0.7','protocol_port':80}]}"),
                ready("all members"),
                get("pools/${lbpool}/members"));
    }

    private static List<Step> rest() {
        String monitor =
                "{'healthmonitor':{'pool_id':'${lbpool}','type':'HTTP','delay':5,'timeout':3,'max_retries':2}}";
        return List.of(
                act("POST", "healthmonitors", "new", monitor).save("monitor", "/healthmonitor/id"),
                ready("monitor"),
                act("POST", "healthmonitors", "second", monitor),
                act("PUT", "healthmonitors/${monitor}", "delay", "{'healthmonitor':{'delay':7}}"),
                ready("delay"),
                act(
                                "POST",
                                "l7policies",
                                "new",
                                "{'l7policy':{'listener_id':'${listener}','action':'REJECT','position':1}}")
                        .save("policy", "/l7policy/id"),
                ready("policy"),
                act(
                                "POST",
                                "l7policies/${policy}/rules",
                                "new",
                                "{'rule':{'type':'PATH','compare_type':'STARTS_WITH','value':'/a'}}")
                        .save("lrule7", "/rule/id"),
                ready("rule"),
                get("l7policies/${policy}/rules"),
                get("l7policies/${policy}"),
                get("loadbalancers/${lb}/status"),
                get("loadbalancers/${lb}"),
                get("listeners/${listener}"),
                get("pools/" + NONE),
                get("healthmonitors/" + NONE),
                get("quotas/${project}"),
                act("PUT", "quotas/${project}", "", "{'quota':{'load_balancer':1}}"));
    }

    private static List<Step> end() {
        return List.of(
                act("DELETE", "loadbalancers/${lb}", "with parts", ""),
                act("DELETE", "pools/${lbpool}/members/${member}", "", ""),
                ready("member's end"),
                act("DELETE", "l7policies/${policy}/rules/${lrule7}", "", ""),
                ready("rule's end"),
                act("DELETE", "healthmonitors/${monitor}", "", ""),
                ready("monitor's end"),
                act("DELETE", "listeners/${listener}", "", ""),
                ready("listener's end"),
                act("GET", "listeners/${listener}", "gone", ""),
                act("GET", "pools/${lbpool}", "without listener", ""),
                act("DELETE", "loadbalancers/${lb}?cascade=true", "", ""),
                act("GET", "loadbalancers/${lb}", "gone", "").untilStatus(404),
                act("DELETE", "loadbalancers/${lb}", "again", ""),
                Step.of(MEMBER, "network", "DELETE", "/v2.0/subnets/${bsub}"),
                Step.of(MEMBER, "network", "DELETE", "/v2.0/networks/${bnet}"));
    }
}
