package dev.allmende.devcloud.contract;

import static dev.allmende.devcloud.contract.Step.Who.ADMIN;
import static dev.allmende.devcloud.contract.Step.Who.MEMBER;

import java.util.List;

/** What a controller asks of Glance and Keystone beyond reading: import, sharing, tags of projects, narrow credentials. */
final class OtherLifeScript {
    private static final String CREDENTIALS = "/v3/users/${user}/application_credentials";

    private OtherLifeScript() {}

    private static Step image(String method, String path, String label, String body) {
        return Step.of(MEMBER, "image", method, "/v2/images" + path)
                .named("life: " + label)
                .body(body)
                .header("Accept", "application/json");
    }

    private static Step credential(String label, String body) {
        return Step.of(MEMBER, "identity", "POST", CREDENTIALS)
                .named("life: " + label)
                .body("{'application_credential':{'name':'allmende-life'," + body + "}}");
    }

    private static Step project(String method, String path, String body) {
        return Step.of(ADMIN, "identity", method, "/v3/projects" + path)
                .named("life")
                .body(body);
    }

    static List<Step> steps() {
        String one = "/${limage}";
        return List.of(
                image("POST", "", "new", "{'name':'allmende-life','disk_format':'raw','container_format':'bare'}")
                        .save("limage", "/id"),
                image("POST", one + "/import", "no such method", "{'method':{'name':'nope'}}"),
                image("POST", one + "/import", "nothing staged", "{'method':{'name':'glance-direct'}}"),
                image("POST", one + "/import", "no method", "{}"),
                image("POST", one + "/members", "", "{'member':'0123456789abcdef'}"),
                image("POST", one + "/members", "again", "{'member':'0123456789abcdef'}"),
                image("GET", one + "/members", "", ""),
                image("DELETE", one + "/members/0123456789abcdef", "", ""),
                image("DELETE", one, "", ""),
                credential("narrow", "'expires_at':'2037-01-01T00:00:00Z','roles':[{'name':'member'}]")
                        .save("lcredential", "/application_credential/id"),
                credential("role it lacks", "'roles':[{'name':'admin'}]"),
                credential("in the past", "'expires_at':'2020-01-01T00:00:00Z'"),
                Step.of(MEMBER, "identity", "DELETE", CREDENTIALS + "/${lcredential}"),
                project("POST", "", "{'project':{'name':'allmende-life','domain_id':'default','tags':['a']}}")
                        .save("lproject", "/project/id"),
                project("PUT", "/${lproject}/tags", "{'tags':['x','y']}"),
                project("GET", "/${lproject}/tags", ""),
                project("GET", "?tags=x", ""),
                project("DELETE", "/${lproject}", ""));
    }
}
