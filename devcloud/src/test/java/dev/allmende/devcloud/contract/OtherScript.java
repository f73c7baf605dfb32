package dev.allmende.devcloud.contract;

import static dev.allmende.devcloud.contract.Step.Who.ADMIN;
import static dev.allmende.devcloud.contract.Step.Who.MEMBER;
import static dev.allmende.devcloud.contract.Step.Who.NOBODY;
import static dev.allmende.devcloud.contract.Step.Who.STRANGER;

import java.util.List;

/** Requests to Barbican, Placement, Octavia, Swift and Designate. */
final class OtherScript {
    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    private OtherScript() {}

    private static Step get(String service, String path) {
        return Step.of(MEMBER, service, "GET", path);
    }

    private static Step post(String service, String path) {
        return Step.of(MEMBER, service, "POST", path);
    }

    static List<Step> secrets() {
        String k = "key-manager";
        String path = "/v1/secrets";
        return List.of(
                Step.of(NOBODY, k, "GET", "/"),
                Step.of(NOBODY, k, "GET", "/v1"),
                get(k, "/v1/"),
                Step.of(NOBODY, k, "GET", path),
                Step.of(STRANGER, k, "GET", path),
                get(k, path),
                get(k, path + "/nope"),
                get(k, path + "/" + NONE),
                get(k, "/v1/nope"),
                get(k, "/v1/containers"),
                get(k, "/v1/orders"),
                post(k, path).named("broken").body("{"),
                post(k, path).named("name is no text").body("{'name':5}"),
                post(k, path).named("without content type").body("{'payload':'x'}"),
                post(k, path)
                        .body(
                                "{'name':'allmende-contract','secret_type':'opaque','payload':'foo','payload_content_type':'text/plain'}")
                        .save("secretRef", "/secret_ref"),
                get(k, "${secretRef}"),
                get(k, "${secretRef}/payload").header("Accept", "text/plain"),
                get(k, path + "?name=allmende-contract"),
                get(k, path + "?limit=1").named("one"),
                Step.of(MEMBER, k, "DELETE", "${secretRef}"),
                Step.of(MEMBER, k, "DELETE", "${secretRef}").named("again"));
    }

    static List<Step> rest() {
        String octavia = "load-balancer";
        String swift = "object-store";
        return List.of(
                Step.of(NOBODY, "placement", "GET", "/"),
                Step.of(NOBODY, "placement", "GET", "/resource_providers"),
                Step.of(STRANGER, "placement", "GET", "/resource_providers"),
                get("placement", "/resource_providers"),
                Step.of(ADMIN, "placement", "GET", "/resource_providers"),
                Step.of(ADMIN, "placement", "GET", "/resource_providers")
                        .header("OpenStack-API-Version", "placement 1.99"),
                Step.of(ADMIN, "placement", "GET", "/nope"),
                Step.of(NOBODY, octavia, "GET", "/"),
                get(octavia, "/v2"),
                Step.of(NOBODY, octavia, "GET", "/v2/lbaas/loadbalancers"),
                get(octavia, "/v2/lbaas/loadbalancers"),
                get(octavia, "/v2.0/lbaas/loadbalancers"),
                get(octavia, "/v2/lbaas/loadbalancers/nope"),
                get(octavia, "/v2/lbaas/providers"),
                get(octavia, "/v2/lbaas/listeners"),
                get(octavia, "/v2/nope"),
                get(octavia, "/v2/nope").header("Accept", "*/*"),
                post(octavia, "/v2/lbaas/loadbalancers").named("empty").body("{}"),
                post(octavia, "/v2/lbaas/loadbalancers")
                        .named("without address")
                        .body("{'loadbalancer':{}}"),
                Step.of(NOBODY, swift, "GET", "/info"),
                get(swift, "/v1/AUTH_${project}"),
                get(swift, "/v1/AUTH_${project}?format=json"),
                Step.of(MEMBER, swift, "HEAD", "/v1/AUTH_${project}"),
                Step.of(NOBODY, swift, "GET", "/v1/AUTH_${project}"),
                get(swift, "/v1/AUTH_${project}/nope"),
                Step.of(NOBODY, "dns", "GET", "/"),
                get("dns", "/v2"),
                get("dns", "/v2/zones"));
    }
}
