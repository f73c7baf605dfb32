package dev.allmende.apiserver.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.request.Accept;
import dev.allmende.apiserver.request.Accept.GroupDiscovery;
import dev.allmende.apiserver.request.Accept.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

    private final Discovery discovery = new Discovery(SomeKinds.ALL, "127.0.0.1:6443");

    private JsonNode plain(String path) {
        return tree(discovery.document(path, new Plain()).orElseThrow());
    }

    private static JsonNode tree(Document document) {
        return Json.readObject(document.json());
    }

    private static JsonNode json(String text) {
        return Json.parse(text);
    }

    /** Recorded from kube-apiserver 1.35.4 with the same custom resource definitions. */
    @Test
    void aCustomGroupIsAsTheRealServerPublishesIt() {
        var verbs =
                "\"verbs\":[\"delete\",\"deletecollection\",\"get\",\"list\",\"patch\",\"create\",\"update\",\"watch\"]";
        var few = "\"verbs\":[\"get\",\"patch\",\"update\"]";
        assertThat(plain("/apis/example.com/v1")).isEqualTo(json("""
                {"kind":"APIResourceList","apiVersion":"v1","groupVersion":"example.com/v1","resources":[
                  {"name":"globes","singularName":"globe","namespaced":false,"kind":"Globe",%1$s,
                   "storageVersionHash":"l3G0zLMwwmQ="},
                  {"name":"widgets","singularName":"widget","namespaced":true,"kind":"Widget",%1$s,
                   "shortNames":["wd"],"categories":["all","things"],"storageVersionHash":"gIwvi5rymmg="},
                  {"name":"widgets/status","singularName":"","namespaced":true,"kind":"Widget",%2$s},
                  {"name":"widgets/scale","singularName":"","namespaced":true,"group":"autoscaling","version":"v1",
                   "kind":"Scale",%2$s}]}""".formatted(verbs, few)));
        assertThat(plain("/apis/example.com")).isEqualTo(json("""
                {"kind":"APIGroup","apiVersion":"v1","name":"example.com","versions":[
                  {"groupVersion":"example.com/v1","version":"v1"},
                  {"groupVersion":"example.com/v1beta1","version":"v1beta1"}],
                 "preferredVersion":{"groupVersion":"example.com/v1","version":"v1"}}"""));
        var items = tree(discovery.document("/apis", new GroupDiscovery("v2")).orElseThrow())
                .path("items");
        assertThat(items.get(items.size() - 1)).isEqualTo(json("""
                {"metadata":{"name":"example.com"},"versions":[{"version":"v1","resources":[
                  {"resource":"globes","responseKind":{"group":"example.com","version":"v1","kind":"Globe"},
                   "scope":"Cluster","singularResource":"globe",%1$s},
                  {"resource":"widgets","responseKind":{"group":"example.com","version":"v1","kind":"Widget"},
                   "scope":"Namespaced","singularResource":"widget",%1$s,
                   "shortNames":["wd"],"categories":["all","things"],"subresources":[
                     {"subresource":"status","responseKind":{"group":"example.com","version":"v1","kind":"Widget"},%2$s},
                     {"subresource":"scale","responseKind":{"group":"autoscaling","version":"v1","kind":"Scale"},%2$s}]}],
                  "freshness":"Current"},
                 {"version":"v1beta1","resources":[
                  {"resource":"widgets","responseKind":{"group":"example.com","version":"v1beta1","kind":"Widget"},
                   "scope":"Namespaced","singularResource":"widget",%1$s,
                   "shortNames":["wd"],"categories":["all","things"]}],"freshness":"Current"}]}""".formatted(verbs, few)));
    }

    /** Recorded as above; the lines of kinds that are not served here are left out. */
    @Test
    void theCoreGroupIsAsTheRealServerPublishesIt() {
        var all =
                "\"verbs\":[\"create\",\"delete\",\"deletecollection\",\"get\",\"list\",\"patch\",\"update\",\"watch\"]";
        var most = "\"verbs\":[\"create\",\"delete\",\"get\",\"list\",\"patch\",\"update\",\"watch\"]";
        assertThat(plain("/api/v1")).isEqualTo(json("""
                {"kind":"APIResourceList","groupVersion":"v1","resources":[
                  {"name":"configmaps","singularName":"configmap","namespaced":true,"kind":"ConfigMap",%1$s,
                   "shortNames":["cm"],"storageVersionHash":"qFsyl6wFWjQ="},
                  {"name":"namespaces","singularName":"namespace","namespaced":false,"kind":"Namespace",%2$s,
                   "shortNames":["ns"],"storageVersionHash":"Q3oi5N2YM8M="},
                  {"name":"namespaces/finalize","singularName":"","namespaced":false,"kind":"Namespace",
                   "verbs":["update"]},
                  {"name":"namespaces/status","singularName":"","namespaced":false,"kind":"Namespace",
                   "verbs":["get","patch","update"]},
                  {"name":"serviceaccounts","singularName":"serviceaccount","namespaced":true,"kind":"ServiceAccount",%1$s,
                   "shortNames":["sa"],"storageVersionHash":"pbx9ZvyFpBE="},
                  {"name":"serviceaccounts/token","singularName":"","namespaced":true,"group":"authentication.k8s.io",
                   "version":"v1","kind":"TokenRequest","verbs":["create"]}]}""".formatted(all, most)));
        assertThat(plain("/api")).isEqualTo(json("""
                {"kind":"APIVersions","versions":["v1"],
                 "serverAddressByClientCIDRs":[{"clientCIDR":"0.0.0.0/0","serverAddress":"127.0.0.1:6443"}]}"""));
        var core = tree(discovery.document("/api", new GroupDiscovery("v2")).orElseThrow());
        assertThat(core.path("kind").asText()).isEqualTo("APIGroupDiscoveryList");
        assertThat(core.path("apiVersion").asText()).isEqualTo("apidiscovery.k8s.io/v2");
        assertThat(core.at("/items/0/metadata")).isEmpty();
        assertThat(core.at("/items/0/versions/0/resources/2/subresources")).isEqualTo(json("""
                [{"subresource":"token","responseKind":{"group":"authentication.k8s.io","version":"v1",
                  "kind":"TokenRequest"},"verbs":["create"]}]"""));
        assertThat(core.at("/items/0/versions/0/resources/0/responseKind"))
                .isEqualTo(json("{\"group\":\"\",\"version\":\"\",\"kind\":\"ConfigMap\"}"));
    }

    @Test
    void groupsOfKubernetesComeBeforeOthers() {
        List<String> names = new ArrayList<>();
        plain("/apis")
                .path("groups")
                .forEach(group -> names.add(group.path("name").asText()));
        assertThat(names).containsExactly("authorization.k8s.io", "coordination.k8s.io", "example.com");
    }

    @Test
    void nothingIsAnsweredWhereNothingIsServed() {
        for (var path : List.of("/apis/nope", "/apis/example.com/v9", "/api/v2", "/api/v1/x", "/version", "", "/")) {
            assertThat(discovery.document(path, new Plain())).as(path).isEmpty();
        }
        assertThat(discovery.document("/api/v1", new GroupDiscovery("v2"))).isEmpty();
    }

    @Test
    void aServerWithoutKindsStillAnswers() {
        var empty = new Discovery(List.of(), "127.0.0.1:1");
        assertThat(tree(empty.document("/apis", new Plain()).orElseThrow()).path("groups"))
                .isEmpty();
        assertThat(tree(empty.document("/api", new Plain()).orElseThrow()).path("versions"))
                .isEmpty();
    }

    @Test
    void theSameContentHasTheSameTagAndIsNotSentTwice() {
        var shape = new GroupDiscovery("v2");
        var document = discovery.document("/apis", shape).orElseThrow();
        var again = new Discovery(SomeKinds.ALL.reversed(), "127.0.0.1:6443")
                .document("/apis", shape)
                .orElseThrow();
        var other = new Discovery(List.of(SomeKinds.WIDGET), "127.0.0.1:6443")
                .document("/apis", shape)
                .orElseThrow();
        assertThat(again.etag()).isEqualTo(document.etag()).matches("\"[0-9A-F]{128}\"");
        assertThat(other.etag()).isNotEqualTo(document.etag());
        assertThat(document.isKnownBy(document.etag())).isTrue();
        assertThat(document.isKnownBy("W/" + document.etag() + ", \"x\"")).isTrue();
        assertThat(document.isKnownBy("\"x\"")).isFalse();
        assertThat(document.contentType())
                .isEqualTo("application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList");
    }

    @Test
    void onlyTheRootsHaveTheAggregatedForm() {
        assertThat(Discovery.endpoint("/apis")).isEqualTo(Accept.Endpoint.GROUPS);
        assertThat(Discovery.endpoint("/apis/apps/v1")).isEqualTo(Accept.Endpoint.DOCUMENT);
    }

    @Test
    void theVersionIsThatOfTheApiSpoken() {
        var version = ServerVersion.CURRENT.toJson();
        assertThat(version.path("major").asText()).isEqualTo("1");
        assertThat(version.path("minor").asText()).isEqualTo("35");
        assertThat(version.path("gitVersion").asText()).isEqualTo("v1.35.4+allmende");
        assertThat(ServerVersion.CURRENT.apiVersion()).isEqualTo("1.35");
    }

    @Test
    void versionsAreOrderedAsKubernetesOrdersThem() {
        assertThat(Stream.of(
                                "foo1",
                                "v1alpha1",
                                "v11beta2",
                                "v1",
                                "v2",
                                "v10",
                                "v3beta1",
                                "v12alpha1",
                                "v11alpha2",
                                "foo10")
                        .sorted(VersionOrder.BEST_FIRST))
                .containsExactly(
                        "v10",
                        "v2",
                        "v1",
                        "v11beta2",
                        "v3beta1",
                        "v12alpha1",
                        "v11alpha2",
                        "v1alpha1",
                        "foo1",
                        "foo10");
    }
}
