package dev.allmende.devcloud.contract;

import static dev.allmende.devcloud.contract.Step.Who.ADMIN;
import static dev.allmende.devcloud.contract.Step.Who.MEMBER;

import java.util.List;

/** Zones and record sets of Designate, from their making to their end. */
final class NameScript {
    private static final String NONE = "00000000-0000-0000-0000-000000000000";
    private static final String ZONE = "/v2/zones/${zone}";
    private static final String SETS = ZONE + "/recordsets";

    private NameScript() {}

    private static Step get(String path) {
        return Step.of(MEMBER, "dns", "GET", path);
    }

    private static Step act(String method, String path, String label, String body) {
        return Step.of(MEMBER, "dns", method, path).named(label).body(body);
    }

    static List<Step> steps() {
        String email = ",'email':'x@example.org'}";
        return List.of(
                act(
                                "POST",
                                "/v2/zones",
                                "new",
                                "{'name':'allmende-contract.example.','ttl':3600,'description':'d'" + email)
                        .save("zone", "/id"),
                get(ZONE).named("pending"),
                act("POST", "/v2/zones", "again", "{'name':'allmende-contract.example.'" + email),
                act("POST", "/v2/zones", "without dot", "{'name':'nodot'" + email),
                act("POST", "/v2/zones", "without address", "{'name':'a.example.'}"),
                act("PATCH", ZONE, "ttl", "{'ttl':7200}"),
                get(ZONE).named("active").until("/status", "ACTIVE", "ERROR"),
                get("/v2/zones?name=allmende-contract.example."),
                get("/v2/zones/" + NONE),
                get("/v2/zones/nope"),
                act(
                                "POST",
                                SETS,
                                "new",
                                "{'name':'www.allmende-contract.example.','type':'A','records':['10.0.0.1'],'ttl':300}")
                        .save("set", "/id"),
                act(
                        "POST",
                        SETS,
                        "again",
                        "{'name':'www.allmende-contract.example.','type':'A','records':['10.0.0.1']}"),
                act(
                        "POST",
                        SETS,
                        "alias",
                        "{'name':'www.allmende-contract.example.','type':'CNAME','records':['x.example.']}"),
                act(
                        "POST",
                        SETS,
                        "no address",
                        "{'name':'w.allmende-contract.example.','type':'A','records':['hello']}"),
                act("POST", SETS, "elsewhere", "{'name':'www.other.example.','type':'A','records':['10.0.0.1']}"),
                act("PUT", SETS + "/${set}", "records", "{'records':['10.0.0.2','10.0.0.3'],'ttl':60}"),
                act("PUT", SETS + "/${set}", "name", "{'name':'x.allmende-contract.example.'}"),
                get(SETS + "/${set}").until("/status", "ACTIVE", "ERROR"),
                get(SETS + "?type=A"),
                get(SETS + "?limit=1"),
                get("/v2/recordsets?name=www.*"),
                get(SETS + "/" + NONE),
                act("DELETE", SETS + "/nope", "no id", ""),
                act("DELETE", SETS + "/${set}", "", ""),
                get(SETS + "/${set}").named("gone"),
                get("/v2/quotas/${project}"),
                get("/v2/limits"),
                act("PATCH", "/v2/quotas/${project}", "", "{'zones':1}"),
                Step.of(ADMIN, "dns", "PATCH", "/v2/quotas/allmende-contract")
                        .body("{'zones':1}")
                        .header("X-Auth-All-Projects", "true"),
                Step.of(ADMIN, "dns", "DELETE", "/v2/quotas/allmende-contract").header("X-Auth-All-Projects", "true"),
                act("DELETE", ZONE, "", ""),
                get(ZONE).named("going").until("/action", "DELETE"),
                act("DELETE", "/v2/zones/" + NONE, "", ""));
    }
}
