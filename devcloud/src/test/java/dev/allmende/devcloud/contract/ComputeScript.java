package dev.allmende.devcloud.contract;

import static dev.allmende.devcloud.contract.Step.Who.ADMIN;
import static dev.allmende.devcloud.contract.Step.Who.MEMBER;
import static dev.allmende.devcloud.contract.Step.Who.NOBODY;
import static dev.allmende.devcloud.contract.Step.Who.STRANGER;

import java.util.ArrayList;
import java.util.List;

/** Requests to Nova. The network {@code net} and the volume {@code volume} come from the other scripts. */
final class ComputeScript {
    private static final String VERSION = "OpenStack-API-Version";
    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    private ComputeScript() {}

    private static Step get(String path) {
        return Step.of(MEMBER, "compute", "GET", path);
    }

    private static Step act(String method, String path) {
        return Step.of(MEMBER, "compute", method, path);
    }

    static List<Step> reads() {
        List<Step> steps = new ArrayList<>(List.of(
                Step.of(NOBODY, "compute", "GET", "/"),
                Step.of(NOBODY, "compute", "GET", "/v2.1"),
                Step.of(NOBODY, "compute", "GET", "/v2.1/"),
                Step.of(NOBODY, "compute", "GET", "/v2.1/flavors"),
                Step.of(STRANGER, "compute", "GET", "/v2.1/flavors"),
                get("/v2.1/flavors").saveWhere("flavor", "/flavors", "name", "testbed.tiny", "id"),
                get("/v2.1/flavors?limit=2"),
                get("/v2.1/flavors?limit=0"),
                get("/v2.1/flavors/detail?limit=x"),
                get("/v2.1/flavors/detail?marker=nope"),
                get("/v2.1/flavors/detail?is_public=None"),
                get("/v2.1/flavors/detail").header(VERSION, "compute x"),
                get("/v2.1/flavors/detail?limit=1").header("X-OpenStack-Nova-API-Version", "2.61"),
                get("/v2.1/flavors/nope"),
                get("/v2.1/flavors/nope/os-extra_specs"),
                get("/v2.1/flavors/${flavor}"),
                get("/v2.1/flavors/${flavor}").header(VERSION, "compute 2.93"),
                get("/v2.1/flavors/${flavor}/os-extra_specs"),
                get("/v2.1/${project}/flavors"),
                act("POST", "/v2.1/flavors").body("{'flavor':{'name':'x','ram':1,'vcpus':1,'disk':0}}"),
                act("PUT", "/v2.1/flavors").body("{}"),
                get("/v2.1/nope"),
                get("/v2.1/nope").header("Accept", "*/*"),
                get("/v2.1/nope").header("Accept", "application/json"),
                get("/v2.1/os-availability-zone"),
                get("/v2.1/os-availability-zone/detail"),
                get("/v2.1/os-hypervisors"),
                get("/v2.1/limits"),
                get("/v2.1/extensions"),
                Step.of(ADMIN, "compute", "GET", "/v2.1/flavors/detail?is_public=None")));
        for (String version :
                List.of("2.1", "2.47", "2.55", "2.60", "2.61", "2.75", "2.93", "latest", "2.94", "3.1", "2.0")) {
            steps.add(get("/v2.1/flavors/detail?limit=1").header(VERSION, "compute " + version));
        }
        steps.addAll(keypairs());
        return steps;
    }

    private static List<Step> keypairs() {
        String path = "/v2.1/os-keypairs";
        return List.of(
                get(path),
                get(path + "/nope"),
                act("POST", path).body("{'keypair':{'name':'allmende-contract'}}"),
                act("POST", path).named("again").body("{'keypair':{'name':'allmende-contract'}}"),
                act("POST", path).named("without wrapper").body("{}"),
                get(path).named("one"),
                get(path).named("one").header(VERSION, "compute 2.93"),
                get(path + "/allmende-contract"),
                get(path + "/allmende-contract").header(VERSION, "compute 2.93"),
                act("DELETE", path + "/allmende-contract"),
                act("DELETE", path + "/allmende-contract").named("again"));
    }

    /** A server from its making to its end, with the volume of the volume script. */
    static List<Step> servers() {
        String path = "/v2.1/servers";
        String one = path + "/${server}";
        String base =
                "{'server':{'name':'allmende-contract','flavorRef':'%s','imageRef':'%s','networks':[{'uuid':'%s'}],"
                        + "'metadata':{'a':'b'}}}";
        return List.of(
                get(path),
                get(path + "/detail").header(VERSION, "compute 2.93"),
                get(path + "/nope"),
                act("POST", path).named("without wrapper").body("{}"),
                act("POST", path).named("broken").body("{"),
                act("POST", path).named("without flavor").body("{'server':{'name':'x'}}"),
                act("POST", path).named("no such flavor").body(base.formatted("nope", "${image}", "${net}")),
                act("POST", path).named("no such image").body(base.formatted("${flavor}", NONE, "${net}")),
                act("POST", path).named("no such network").body(base.formatted("${flavor}", "${image}", NONE)),
                act("POST", path)
                        .body(base.formatted("${flavor}", "${image}", "${net}"))
                        .header(VERSION, "compute 2.93")
                        .save("server", "/server/id"),
                act("POST", one + "/action").named("console too early").body("{'os-getConsoleOutput':{}}"),
                act("POST", one + "/action").named("no such action").body("{'nope':{}}"),
                get(one).named("building"),
                get(one).named("active").until("/server/status", "ACTIVE", "ERROR"),
                get(one).named("active").header(VERSION, "compute 2.93"),
                get(one).named("active").header(VERSION, "compute 2.47"),
                get(path).named("one").header(VERSION, "compute 2.1"),
                get(path + "/detail").named("one"),
                get(path + "?limit=1"),
                get(path + "/detail?name=no-such-server"),
                act("POST", one + "/action").named("console").body("{'os-getConsoleOutput':{'length':5}}"),
                act("POST", path + "/nope/action").body("{'os-getConsoleOutput':{}}"),
                get(one + "/metadata"),
                act("POST", one + "/metadata").body("{'metadata':{'c':'d'}}"),
                get(one + "/os-interface"),
                get(one + "/ips"),
                act("POST", one + "/os-volume_attachments")
                        .named("no such volume")
                        .body("{'volumeAttachment':{'volumeId':'" + NONE + "'}}"),
                act("POST", one + "/os-volume_attachments").body("{'volumeAttachment':{'volumeId':'${volume}'}}"),
                Step.of(MEMBER, "volumev3", "GET", "/v3/${project}/volumes/${volume}")
                        .named("attached")
                        .until("/volume/status", "in-use"),
                get(one + "/os-volume_attachments"),
                get(one + "/os-volume_attachments").header(VERSION, "compute 2.93"),
                Step.of(MEMBER, "volumev3", "DELETE", "/v3/${project}/volumes/${volume}")
                        .named("while attached"),
                act("DELETE", one + "/os-volume_attachments/" + NONE),
                act("DELETE", one + "/os-volume_attachments/${volume}"),
                Step.of(MEMBER, "volumev3", "GET", "/v3/${project}/volumes/${volume}")
                        .named("detached")
                        .until("/volume/status", "available"),
                act("DELETE", one),
                get(one).named("gone").untilStatus(404),
                act("DELETE", one).named("again"));
    }
}
