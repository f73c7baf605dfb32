package dev.allmende.devcloud.contract;

import static dev.allmende.devcloud.contract.Step.Who.ADMIN;
import static dev.allmende.devcloud.contract.Step.Who.MANAGER;
import static dev.allmende.devcloud.contract.Step.Who.MEMBER;
import static dev.allmende.devcloud.contract.Step.Who.NOBODY;
import static dev.allmende.devcloud.contract.Step.Who.STRANGER;

import java.util.ArrayList;
import java.util.List;

/** Requests to Keystone. */
final class IdentityScript {
    private static final String PASSWORD =
            "{'auth':{'identity':{'methods':['password'],'password':{'user':{'name':'${username}',"
                    + "'password':'%s','domain':{'name':'Default'}}}}%s}}";
    private static final String APP = "{'auth':{'identity':{'methods':['application_credential'],"
            + "'application_credential':{'id':'%s','secret':'%s'}}}}";

    private IdentityScript() {}

    private static Step get(Step.Who who, String path) {
        return Step.of(who, "identity", "GET", path);
    }

    private static Step login(String label, String body) {
        return Step.of(NOBODY, "identity", "POST", "/v3/auth/tokens")
                .named(label)
                .body(body);
    }

    static List<Step> steps() {
        List<Step> steps = new ArrayList<>(logins());
        steps.addAll(reads());
        steps.addAll(people());
        return steps;
    }

    private static List<Step> logins() {
        String credentials = "/v3/users/${user}/application_credentials";
        return List.of(
                get(NOBODY, "/"),
                get(NOBODY, "/v3"),
                login("password, unscoped", PASSWORD.formatted("${password}", "")),
                login(
                        "password, project by id",
                        PASSWORD.formatted("${password}", ",'scope':{'project':{'id':'${project}'}}")),
                login("wrong password", PASSWORD.formatted("wrong", "")),
                login(
                        "no such project",
                        PASSWORD.formatted(
                                "${password}",
                                ",'scope':{'project':{'name':'no-such-project','domain':{'name':'Default'}}}")),
                login("system without a role", PASSWORD.formatted("${password}", ",'scope':{'system':{'all':true}}")),
                login("empty", "{}"),
                login("broken", "{"),
                login("unknown token", "{'auth':{'identity':{'methods':['token'],'token':{'id':'nope'}}}}"),
                login(
                        "by token",
                        "{'auth':{'identity':{'methods':['token'],'token':{'id':'${token}'}},'scope':{'project':"
                                + "{'id':'${project}'}}}}"),
                login("unknown application credential", APP.formatted("nope", "nope")),
                get(MEMBER, "/v3/auth/tokens").header("X-Subject-Token", "${token}"),
                get(MEMBER, "/v3/auth/tokens").header("X-Subject-Token", "nope"),
                get(MEMBER, "/v3/auth/catalog"),
                get(MEMBER, "/v3/auth/projects"),
                get(MEMBER, "/v3/auth/domains"),
                get(ADMIN, "/v3/auth/system"),
                Step.of(MEMBER, "identity", "POST", credentials)
                        .body("{'application_credential':{'name':'allmende-contract'}}")
                        .save("credential", "/application_credential/id")
                        .save("secret", "/application_credential/secret"),
                Step.of(MEMBER, "identity", "POST", credentials)
                        .named("again")
                        .body("{'application_credential':{'name':'allmende-contract'}}"),
                get(MEMBER, credentials),
                get(MEMBER, credentials + "/${credential}"),
                login("application credential", APP.formatted("${credential}", "${secret}")),
                login("application credential, wrong secret", APP.formatted("${credential}", "wrong")),
                Step.of(MEMBER, "identity", "DELETE", credentials + "/${credential}"),
                get(MEMBER, credentials + "/${credential}").named("deleted"),
                login("token to be revoked", PASSWORD.formatted("${password}", ""))
                        .save("revoked", "header:X-Subject-Token"),
                Step.of(MEMBER, "identity", "DELETE", "/v3/auth/tokens").header("X-Subject-Token", "${revoked}"),
                get(MEMBER, "/v3/auth/tokens").named("revoked").header("X-Auth-Token", "${revoked}"));
    }

    private static List<Step> reads() {
        List<Step> steps = new ArrayList<>();
        for (String kind : List.of("users", "projects", "groups", "domains", "roles", "role_assignments")) {
            for (Step.Who who : List.of(NOBODY, MEMBER, MANAGER, ADMIN)) {
                steps.add(get(who, "/v3/" + kind));
            }
        }
        steps.addAll(List.of(
                get(STRANGER, "/v3/users"),
                get(MEMBER, "/v3/nope"),
                get(ADMIN, "/v3/users/nope"),
                get(MEMBER, "/v3/users/nope"),
                get(ADMIN, "/v3/projects/nope"),
                get(ADMIN, "/v3/groups/nope"),
                get(ADMIN, "/v3/domains/nope"),
                get(ADMIN, "/v3/roles/nope"),
                get(MEMBER, "/v3/users/${user}"),
                get(MEMBER, "/v3/projects/${project}"),
                get(MEMBER, "/v3/users/${user}/projects"),
                get(MEMBER, "/v3/users/${user}/groups"),
                get(MEMBER, "/v3/domains/default"),
                get(ADMIN, "/v3/domains?name=Default"),
                get(ADMIN, "/v3/roles?name=member").saveWhere("member", "/roles", "name", "member", "id"),
                get(ADMIN, "/v3/roles?name=admin").saveWhere("adminRole", "/roles", "name", "admin", "id"),
                get(ADMIN, "/v3/services"),
                get(MEMBER, "/v3/services"),
                get(ADMIN, "/v3/endpoints"),
                get(MEMBER, "/v3/regions"),
                get(ADMIN, "/v3/role_assignments?include_names=true"),
                get(ADMIN, "/v3/role_assignments?scope.system=all"),
                get(MEMBER, "/v3/limits")));
        return steps;
    }

    private static Step act(Step.Who who, String method, String path) {
        return Step.of(who, "identity", method, path);
    }

    private static List<Step> people() {
        String inDomain = "','domain_id':'${domain}'";
        String grant = "/v3/projects/${newProject}/users/${newUser}/roles";
        String groupGrant = "/v3/domains/${domain}/groups/${group}/roles";
        String member = "/v3/groups/${group}/users/${newUser}";
        return List.of(
                act(MEMBER, "POST", "/v3/domains").body("{'domain':{'name':'allmende-contract'}}"),
                act(ADMIN, "POST", "/v3/domains")
                        .body("{'domain':{'name':'allmende-contract'}}")
                        .save("domain", "/domain/id"),
                act(ADMIN, "POST", "/v3/users").named("without name").body("{'user':{}}"),
                act(MEMBER, "POST", "/v3/users").body("{'user':{'name':'u" + inDomain + "}}"),
                act(ADMIN, "POST", "/v3/users")
                        .body("{'user':{'name':'u','password':'x" + inDomain + "}}")
                        .save("newUser", "/user/id"),
                act(ADMIN, "POST", "/v3/users")
                        .named("again")
                        .body("{'user':{'name':'u','password':'x" + inDomain + "}}"),
                act(ADMIN, "POST", "/v3/projects")
                        .body("{'project':{'name':'p" + inDomain + "}}")
                        .save("newProject", "/project/id"),
                act(ADMIN, "POST", "/v3/groups")
                        .body("{'group':{'name':'g" + inDomain + "}}")
                        .save("group", "/group/id"),
                get(ADMIN, "/v3/users?domain_id=${domain}"),
                get(ADMIN, "/v3/users?name=no-such-user"),
                get(MANAGER, "/v3/users?domain_id=${domain}"),
                get(MEMBER, "/v3/groups/${group}"),
                act(ADMIN, "PUT", grant + "/${member}"),
                act(ADMIN, "HEAD", grant + "/${member}"),
                get(ADMIN, grant + "/${member}"),
                get(ADMIN, grant),
                get(ADMIN, grant + "/${adminRole}"),
                act(MEMBER, "PUT", grant + "/${member}"),
                act(MANAGER, "PUT", grant + "/${member}"),
                get(ADMIN, "/v3/users/${newUser}/projects"),
                get(ADMIN, "/v3/role_assignments?user.id=${newUser}&include_names=true"),
                get(ADMIN, "/v3/role_assignments?scope.project.id=${newProject}"),
                act(ADMIN, "PUT", groupGrant + "/${member}"),
                get(ADMIN, groupGrant),
                act(ADMIN, "PUT", member),
                act(ADMIN, "HEAD", member),
                get(ADMIN, "/v3/groups/${group}/users"),
                get(ADMIN, "/v3/users/${newUser}/groups"),
                act(ADMIN, "PATCH", "/v3/users/${newUser}").body("{'user':{'description':'x'}}"),
                act(ADMIN, "PATCH", "/v3/projects/${newProject}").body("{'project':{'description':'x'}}"),
                act(ADMIN, "PATCH", "/v3/groups/${group}").body("{'group':{'description':'x'}}"),
                act(ADMIN, "DELETE", member),
                act(ADMIN, "HEAD", member).named("no member any more"),
                act(ADMIN, "DELETE", grant + "/${member}"),
                act(ADMIN, "DELETE", grant + "/${member}").named("again"),
                act(MEMBER, "DELETE", "/v3/users/${newUser}"),
                act(ADMIN, "DELETE", "/v3/domains/${domain}").named("while enabled"),
                act(ADMIN, "DELETE", "/v3/users/${newUser}"),
                act(ADMIN, "DELETE", "/v3/users/${newUser}").named("again"),
                act(ADMIN, "DELETE", "/v3/groups/${group}"),
                act(ADMIN, "DELETE", "/v3/projects/${newProject}"),
                act(ADMIN, "PATCH", "/v3/domains/${domain}").body("{'domain':{'enabled':false}}"),
                act(ADMIN, "DELETE", "/v3/domains/${domain}"));
    }
}
