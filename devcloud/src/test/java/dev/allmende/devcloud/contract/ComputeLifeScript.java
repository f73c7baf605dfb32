package dev.allmende.devcloud.contract;

import static dev.allmende.devcloud.contract.Step.Who.ADMIN;
import static dev.allmende.devcloud.contract.Step.Who.MEMBER;

import java.util.List;
import java.util.stream.Stream;

/** What a controller asks of Nova: a server in a group with a port of its own, tags, power, lock, rebuild, quotas. */
final class ComputeLifeScript {
    private static final String VERSION = "OpenStack-API-Version";
    private static final String LATEST = "compute 2.93";
    private static final String P = "/v2.1/";
    private static final String ONE = "servers/${lserver}";
    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    private ComputeLifeScript() {}

    private static Step act(String method, String path, String label, String body) {
        return Step.of(MEMBER, "compute", method, P + path)
                .named("life: " + label)
                .body(body)
                .header(VERSION, LATEST);
    }

    private static Step get(String path) {
        return act("GET", path, "", "");
    }

    private static Step does(String label, String body) {
        return act("POST", ONE + "/action", label, body);
    }

    private static Step becomes(String status, String after) {
        return act("GET", ONE, status + " after " + after, "").until("/server/status", status, "ERROR");
    }

    private static Step rests(String after) {
        return act("GET", ONE, "at rest after " + after, "").until("/server/OS-EXT-STS:task_state", "null");
    }

    private static Step network(String method, String path, String body) {
        return Step.of(MEMBER, "network", method, "/v2.0/" + path)
                .named("for the server's life")
                .body(body);
    }

    static List<Step> steps() {
        return Stream.of(around(), made(), power(), plugs(), end(), quotas())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Step> around() {
        String group = "{'server_group':{'name':'allmende-life','policy':'%s','rules':{%s}}}";
        return List.of(
                network("POST", "networks", "{'network':{'name':'allmende-server-life'}}")
                        .save("snet", "/network/id"),
                network("POST", "subnets", "{'subnet':{'network_id':'${snet}','ip_version':4,'cidr':'10.80.0.0/24'}}")
                        .save("ssub", "/subnet/id"),
                network("POST", "ports", "{'port':{'network_id':'${snet}','name':'one'}}")
                        .save("sport", "/port/id"),
                act("POST", "os-server-groups", "new", group.formatted("anti-affinity", "'max_server_per_host':2"))
                        .save("group", "/server_group/id"),
                act("POST", "os-server-groups", "no such policy", group.formatted("nope", "")),
                Step.of(MEMBER, "compute", "GET", P + "os-server-groups/${group}"),
                get("os-server-groups"),
                get("os-server-groups/" + NONE));
    }

    private static List<Step> made() {
        return List.of(
                act(
                                "POST",
                                "servers",
                                "new",
                                "{'server':{'name':'allmende-life','flavorRef':'${flavor}','imageRef':'${image}',"
                                        + "'networks':[{'port':'${sport}'}],'tags':['t1'],'description':'d','hostname':'life',"
                                        + "'metadata':{'a':'b'}},'os:scheduler_hints':{'group':'${group}'}}")
                        .save("lserver", "/server/id"),
                act("PUT", ONE + "/tags", "while building", "{'tags':['x']}"),
                does("resize while building", "{'resize':{'flavorRef':'${flavor}'}}"),
                becomes("ACTIVE", "create"),
                act("PUT", ONE + "/tags", "", "{'tags':['x','y']}"),
                get(ONE + "/tags"),
                get("servers/detail?tags=x"),
                get("servers/detail?tags=no-such-tag"),
                act("PUT", ONE, "name", "{'server':{'name':'renamed','description':'e'}}"),
                act("PUT", ONE + "/metadata", "", "{'metadata':{'q':'r'}}"),
                get("os-server-groups/${group}"),
                does("resize to the same", "{'resize':{'flavorRef':'${flavor}'}}"),
                does("resize to nothing", "{'resize':{'flavorRef':'nope'}}"),
                does("confirm nothing", "{'confirmResize':null}"),
                does("revert nothing", "{'revertResize':null}"));
    }

    private static List<Step> power() {
        return List.of(
                does("start while running", "{'os-start':null}"),
                does("stop", "{'os-stop':null}"),
                does("stop while stopping", "{'os-stop':null}"),
                becomes("SHUTOFF", "stop"),
                does("stop while off", "{'os-stop':null}"),
                does("start", "{'os-start':null}"),
                becomes("ACTIVE", "start"),
                does("hard reboot", "{'reboot':{'type':'HARD'}}"),
                becomes("ACTIVE", "reboot"),
                rests("reboot"),
                does("odd reboot", "{'reboot':{'type':'ODD'}}"),
                does("lock", "{'lock':{'locked_reason':'r'}}"),
                act("GET", ONE, "locked", ""),
                act("DELETE", ONE, "locked", ""),
                does("unlock", "{'unlock':null}"),
                does("rebuild", "{'rebuild':{'imageRef':'${image}'}}"),
                becomes("ACTIVE", "rebuild"),
                rests("rebuild"));
    }

    private static List<Step> plugs() {
        return List.of(
                network("POST", "ports", "{'port':{'network_id':'${snet}','name':'two'}}")
                        .named("second")
                        .save("sport2", "/port/id"),
                act("POST", ONE + "/os-interface", "", "{'interfaceAttachment':{'port_id':'${sport2}'}}"),
                act("POST", ONE + "/os-interface", "again", "{'interfaceAttachment':{'port_id':'${sport2}'}}"),
                get(ONE + "/os-interface"),
                act("DELETE", ONE + "/os-interface/${sport2}", "", ""),
                act("DELETE", ONE + "/os-interface/" + NONE, "of nothing", ""),
                get(ONE + "/os-volume_attachments/" + NONE));
    }

    private static List<Step> end() {
        return List.of(
                act("DELETE", ONE, "", ""),
                act("GET", ONE, "gone", "").untilStatus(404),
                network("GET", "ports/${sport}", ""),
                network("DELETE", "ports/${sport}", ""),
                network("DELETE", "ports/${sport2}", ""),
                network("DELETE", "subnets/${ssub}", ""),
                network("DELETE", "networks/${snet}", ""),
                act("DELETE", "os-server-groups/${group}", "", ""),
                act("DELETE", "os-server-groups/${group}", "again", ""),
                act("POST", "os-keypairs", "no key", "{'keypair':{'name':'x','type':'ssh'}}"),
                act("POST", "os-keypairs", "bad key", "{'keypair':{'name':'x','type':'ssh','public_key':'hello'}}"));
    }

    private static List<Step> quotas() {
        String other = P + "os-quota-sets/${project}";
        return List.of(
                get("os-quota-sets/${project}/detail"),
                Step.of(MEMBER, "compute", "GET", other + "/detail"),
                act("PUT", "os-quota-sets/${project}", "", "{'quota_set':{'instances':3}}"),
                Step.of(ADMIN, "compute", "PUT", other)
                        .body("{'quota_set':{'instances':10}}")
                        .header(VERSION, LATEST),
                Step.of(ADMIN, "compute", "DELETE", other).header(VERSION, LATEST));
    }
}
