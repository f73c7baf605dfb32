package dev.allmende.apiserver.authz;

import static dev.allmende.apiserver.authz.Policies.ask;
import static dev.allmende.apiserver.authz.Policies.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultPolicyTest {

    private final RbacIndex index = new RbacIndex();

    private ObjectNode named(String kind, String name) {
        return DefaultPolicy.objects().stream()
                .filter(object -> Json.string(object, "kind").equals(kind))
                .filter(object -> Json.string(object, "metadata", "name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void load() {
        DefaultPolicy.objects().forEach(object -> index.put(Json.string(object, "kind"), object));
    }

    @Test
    void anybodySeesHealthAndVersionAndNoMore() {
        load();

        assertThat(path(User.ANONYMOUS, "/healthz")).isTrue();
        assertThat(path(User.ANONYMOUS, "/version")).isTrue();
        assertThat(path(User.ANONYMOUS, "/metrics")).isFalse();
        assertThat(path(User.ANONYMOUS, "/apis")).isFalse();
        assertThat(index.decide(ask(User.ANONYMOUS, "list", "namespaces", "", ""))
                        .allowed())
                .isFalse();
    }

    @Test
    void whoLoggedInDiscoversAndAsksOfItself() {
        load();
        var eve = User.of("eve", User.AUTHENTICATED);

        assertThat(path(eve, "/apis/apps/v1")).isTrue();
        assertThat(path(eve, "/openapi/v3")).isTrue();
        assertThat(index.decide(ask(eve, "create", "authorization.k8s.io:selfsubjectaccessreviews", "", ""))
                        .allowed())
                .isTrue();
        assertThat(index.decide(ask(eve, "create", "authorization.k8s.io:subjectaccessreviews", "", ""))
                        .allowed())
                .isFalse();
    }

    private boolean path(User user, String path) {
        return index.decide(new Attributes.OfPath(user, "get", path)).allowed();
    }

    @Test
    void adminIncludesEditIncludesView() {
        load();
        for (var role : List.of("view", "edit", "admin")) {
            index.put("RoleBinding", Policies.binding("ns", role, "ClusterRole/" + role, "User/" + role));
        }

        assertThat(may("view", "get", "configmaps")).isTrue();
        assertThat(may("view", "get", "secrets")).isFalse();
        assertThat(may("view", "create", "configmaps")).isFalse();
        assertThat(may("edit", "get", "configmaps")).isTrue();
        assertThat(may("edit", "get", "secrets")).isTrue();
        assertThat(may("edit", "create", "rbac.authorization.k8s.io:rolebindings"))
                .isFalse();
        assertThat(may("admin", "create", "serviceaccounts/token")).isTrue();
        assertThat(may("admin", "create", "rbac.authorization.k8s.io:rolebindings"))
                .isTrue();
        assertThat(may("admin", "delete", "namespaces")).isFalse();
    }

    private boolean may(String user, String verb, String resource) {
        return index.decide(ask(User.of(user), verb, resource, "ns", "x")).allowed();
    }

    @Test
    void carriesTheMarksOfKubernetes() {
        assertThat(named("ClusterRole", "edit").get("metadata")).isEqualTo(json("""
                        {'name':'edit','labels':{'rbac.authorization.k8s.io/aggregate-to-admin':'true',
                         'kubernetes.io/bootstrapping':'rbac-defaults'},
                         'annotations':{'rbac.authorization.kubernetes.io/autoupdate':'true'}}"""));
        assertThat(named("ClusterRoleBinding", "cluster-admin").get("subjects").get(0))
                .isEqualTo(json("{'kind':'Group','apiGroup':'rbac.authorization.k8s.io','name':'system:masters'}"));
    }

    @Test
    void givesBackWhatWasTakenAwayAndKeepsWhatWasAdded() {
        var wanted = named("ClusterRole", "system:basic-user");
        var stored = wanted.deepCopy();
        stored.withArray("/rules").remove(1);
        stored.withArray("/rules").add(json(Policies.rule("get", "", "pods")));

        var reconciled = DefaultPolicy.reconciled(stored, wanted).orElseThrow();

        var rules = PolicyRule.allOf(reconciled);
        assertThat(RuleCover.missing(rules, PolicyRule.allOf(wanted))).isEmpty();
        assertThat(rules).contains(PolicyRule.onResources(List.of("get"), List.of(""), List.of("pods")));
        assertThat(DefaultPolicy.reconciled(reconciled, wanted)).isEmpty();
    }

    @Test
    void givesBackSubjectsOfABinding() {
        var wanted = named("ClusterRoleBinding", "system:discovery");
        var stored = wanted.deepCopy();
        stored.remove("subjects");

        assertThat(DefaultPolicy.reconciled(stored, wanted).orElseThrow().get("subjects"))
                .isEqualTo(wanted.get("subjects"));
    }

    @Test
    void leavesAloneWhatWantsNoUpdates() {
        var wanted = named("ClusterRole", "system:discovery");
        var stored = wanted.deepCopy();
        stored.putArray("rules");
        stored.withObject("/metadata/annotations").put("rbac.authorization.kubernetes.io/autoupdate", "false");

        assertThat(DefaultPolicy.reconciled(stored, wanted)).isEmpty();
    }

    @Test
    void doesNotFightTheAggregation() {
        var wanted = named("ClusterRole", "admin");
        var stored = wanted.deepCopy();
        stored.putArray("rules");

        assertThat(DefaultPolicy.reconciled(stored, wanted)).isEmpty();
    }
}
