package dev.allmende.apiserver.fuzz;

import static dev.allmende.apiserver.client.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.client.AnyServer;
import dev.allmende.apiserver.client.Place;
import dev.allmende.apiserver.client.Reply;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A request that hangs fails by the client's time limit. */
@ExtendWith(AnyServer.class)
class AnyRequestTest {

    private static final int TIMES = 400;
    private static final List<String> VERBS =
            List.of("GET", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final List<String> SEGMENTS = List.of(
            "api",
            "apis",
            "v1",
            "apps",
            "namespaces",
            "default",
            "configmaps",
            "secrets",
            "status",
            "scale",
            "watch",
            "rbac.authorization.k8s.io",
            "clusterroles",
            "openapi",
            "v3",
            "..",
            ".",
            "",
            "%2e%2e",
            "%2F",
            "%00",
            "proxy",
            "readyz",
            "metrics",
            "apiextensions.k8s.io",
            "customresourcedefinitions",
            "finalize",
            "token",
            "%F0%9F%98%80");
    private static final List<String> OPTIONS = List.of(
            "limit",
            "continue",
            "resourceVersionMatch",
            "labelSelector",
            "fieldSelector",
            "dryRun",
            "fieldManager",
            "fieldValidation",
            "force",
            "pretty",
            "includeObject",
            "propagationPolicy",
            "gracePeriodSeconds",
            "allowWatchBookmarks",
            "sendInitialEvents",
            "resourceVersion");
    private static final List<String> WORDS = List.of(
            "0",
            "1",
            "-1",
            "true",
            "All",
            "Exact",
            "NotOlderThan",
            "a=b",
            "metadata.name=a",
            "a in (b,c)",
            "!x",
            "Strict",
            "Orphan");
    private static final Map<String, String> PATCHES = Map.of(
            "application/merge-patch+json",
            "{\"metadata\":{\"labels\":{\"a\":\"b\"},\"finalizers\":null},\"data\":{\"k\":\"v\",\"x\":null}}",
            "application/json-patch+json",
            "[{\"op\":\"add\",\"path\":\"/data\",\"value\":{\"a~1b\":\"c\"}},{\"op\":\"test\",\"path\":\"/kind\",\"value\":\"ConfigMap\"},"
                    + "{\"op\":\"move\",\"from\":\"/data/a~1b\",\"path\":\"/data/z\"},{\"op\":\"remove\",\"path\":\"/data/-\"}]",
            "application/strategic-merge-patch+json",
            "{\"metadata\":{\"$deleteFromPrimitiveList/finalizers\":[\"a/b\"],\"ownerReferences\":[{\"$patch\":\"delete\",\"uid\":\"u\"}]},"
                    + "\"data\":{\"$patch\":\"replace\",\"k\":\"v\"},\"$setElementOrder/x\":[]}",
            "application/apply-patch+yaml",
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"target\",\"labels\":{\"l\":\"1\"}},\"data\":{\"k\":\"v\"}}");

    private static void isNoFault(String request, Reply reply) {
        assertThat(reply.code()).as(request + " -> " + reply.text()).isBetween(200, 499);
    }

    @Test
    void anyPathIsAnswered(Place place) {
        var noise = new Noise(new Random(1));
        for (int i = 0; i < TIMES; i++) {
            var path = new StringBuilder();
            for (int left = 1 + noise.random().nextInt(7); left > 0; left--) {
                var segment = noise.oneIn(6) ? Noise.encoded(noise.text(6)) : noise.one(SEGMENTS);
                path.append('/').append(segment.equals("default") ? place.namespace() : segment);
            }
            var verb = noise.one(VERBS);
            // no write reaches what other tests use: paths of chance know no other namespace, and get no query
            var wanted = path.toString().contains(place.namespace()) ? verb : "GET";
            isNoFault(
                    wanted + " " + path,
                    place.api().call(wanted, "/" + path.substring(1).replaceAll("^/+", ""), "", ""));
        }
    }

    @Test
    void anyOptionsOfAListAreAnswered(Place place) {
        var noise = new Noise(new Random(2));
        place.api().post(place.maps(), map("target", "1")).object();
        for (int i = 0; i < TIMES; i++) {
            var query = new StringBuilder("?");
            for (int left = 1 + noise.random().nextInt(3); left > 0; left--) {
                var option = noise.one(OPTIONS);
                var value = noise.oneIn(2) ? noise.one(WORDS) : noise.spoilt(noise.one(WORDS));
                // kube-apiserver answers a resourceVersion that is no number with 500, and so does this one
                var sent = option.equals("resourceVersion") ? "0" : value;
                query.append(noise.oneIn(9) ? "&" : "")
                        .append(option)
                        .append('=')
                        .append(Noise.encoded(sent))
                        .append('&');
            }
            isNoFault("list " + query, place.api().get(place.maps() + query));
        }
    }

    @Test
    void anyPatchIsAnswered(Place place) {
        var noise = new Noise(new Random(3));
        place.api().post(place.maps(), map("target", "1")).object();
        var types = PATCHES.keySet().stream().sorted().toList();
        for (int i = 0; i < TIMES; i++) {
            var type = noise.one(types);
            var patch = noise.spoilt(PATCHES.getOrDefault(type, ""));
            var path = place.map("target") + (noise.oneIn(2) ? "?fieldManager=m&force=true" : "?fieldManager=m");
            isNoFault(type + " " + patch, place.api().call("PATCH", path, type, patch));
        }
    }

    @Test
    void anyBodyIsAnswered(Place place) {
        var noise = new Noise(new Random(4));
        var types = List.of(
                "application/json",
                "application/yaml",
                "application/vnd.kubernetes.protobuf",
                "",
                "text/plain",
                "a/b;=");
        for (int i = 0; i < TIMES; i++) {
            var object = map("b" + i, noise.text(5));
            object.withObject("/metadata/labels").put("a", "b");
            var body = noise.spoilt(object.toString());
            var sent = noise.oneIn(8) ? "k8s\u0000" + body : body;
            isNoFault("POST " + sent, place.api().call("POST", place.maps(), noise.one(types), sent));
        }
    }
}
