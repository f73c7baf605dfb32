package dev.allmende.bench.apiserver;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/** What the load needs in a server: a kind with a schema, and an account whose rights come from a role. */
final class Setup {

    static final String PATH = "/apis/bench.allmende.dev/v1/namespaces/bench/loads";

    private Setup() {}

    /** A word that tells the objects of this run from those of earlier ones. */
    static final String RUN = Long.toString(System.currentTimeMillis(), 36);

    /** Makes it, and gives back the account's way in. */
    static Place prepare(Path kubeconfig) throws IOException, GeneralSecurityException, InterruptedException {
        var admin = Place.of(kubeconfig);
        try (var wire = new Wire(admin)) {
            post(wire, "/api/v1/namespaces", """
                    {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"bench"}}""");
            post(wire, "/api/v1/namespaces", """
                    {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"bench-lists"}}""");
            post(wire, "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", DEFINITION);
            post(wire, "/api/v1/namespaces/bench/serviceaccounts", """
                    {"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"load"}}""");
            post(wire, "/apis/rbac.authorization.k8s.io/v1/clusterroles", """
                    {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"load"},
                    "rules":[{"apiGroups":["bench.allmende.dev"],"resources":["loads"],"verbs":["*"]}]}""");
            for (var namespace : List.of("bench", "bench-lists")) {
                post(wire, "/apis/rbac.authorization.k8s.io/v1/namespaces/" + namespace + "/rolebindings", """
                        {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"RoleBinding","metadata":{"name":"load"},
                        "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"load"},
                        "subjects":[{"kind":"ServiceAccount","name":"load","namespace":"bench"}]}""");
            }
            var token = wire.send(
                    "POST", "/api/v1/namespaces/bench/serviceaccounts/load/token", "application/json", bytes("""
                            {"apiVersion":"authentication.k8s.io/v1","kind":"TokenRequest","spec":{"expirationSeconds":7200}}"""));
            if (token.status() != 201) {
                throw new IOException("no token: " + token.text());
            }
            var account = admin.with(
                    new ObjectMapper()
                            .readTree(token.body())
                            .path("status")
                            .path("token")
                            .asText(),
                    kubeconfig);
            awaitServed(account);
            return account;
        }
    }

    private static void awaitServed(Place account) throws IOException, InterruptedException {
        for (int left = 100; left > 0; left--) {
            try (var wire = new Wire(account)) {
                if (wire.send("GET", PATH + "?limit=1", "", new byte[0]).status() == 200) {
                    return;
                }
            }
            Thread.sleep(100);
        }
        throw new IOException("the kind of the load is not served");
    }

    private static void post(Wire wire, String path, String json) throws IOException {
        var reply = wire.send("POST", path, "application/json", bytes(json));
        if (reply.status() != 201 && reply.status() != 409) {
            throw new IOException(path + ": " + reply.status() + " " + reply.text());
        }
    }

    /** An object of 1 KiB as it is sent; what a server adds makes it longer. */
    static byte[] object(String name, long stamp) {
        return object(name, stamp, 700);
    }

    /** An object of 1 KiB as it is listed, with all that a server adds. */
    static byte[] listed(String name, long stamp) {
        return object(name, stamp, 200);
    }

    private static byte[] object(String name, long stamp, int note) {
        return bytes("""
                {"apiVersion":"bench.allmende.dev/v1","kind":"Load","metadata":{"name":"%s","labels":{"app":"bench","tier":"load"}},\
                "spec":{"color":"green","replicas":3,"stamp":%d,"parts":[{"name":"a","size":1},{"name":"b","size":2}],"note":"%s"}}""".formatted(name, stamp, "x".repeat(note)));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final String DEFINITION = """
            {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"loads.bench.allmende.dev"},
            "spec":{"group":"bench.allmende.dev","scope":"Namespaced","names":{"plural":"loads","singular":"load","kind":"Load"},
            "versions":[{"name":"v1","served":true,"storage":true,"subresources":{"status":{}},"schema":{"openAPIV3Schema":{
            "type":"object","required":["spec"],"properties":{"spec":{"type":"object","required":["color"],"properties":{
            "color":{"type":"string","enum":["red","green"]},"replicas":{"type":"integer","minimum":0,"maximum":100,"default":1},
            "stamp":{"type":"integer","format":"int64"},"note":{"type":"string","maxLength":4096,"pattern":"^[a-z]*$"},
            "parts":{"type":"array","maxItems":100,"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],"items":{
            "type":"object","required":["name"],"properties":{"name":{"type":"string"},"size":{"type":"integer"}}}}}},
            "status":{"type":"object","properties":{"phase":{"type":"string"}}}}}}}]}}""";
}
