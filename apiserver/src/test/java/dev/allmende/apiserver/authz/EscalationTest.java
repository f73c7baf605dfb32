package dev.allmende.apiserver.authz;

import static dev.allmende.apiserver.authz.Policies.binding;
import static dev.allmende.apiserver.authz.Policies.named;
import static dev.allmende.apiserver.authz.Policies.paths;
import static dev.allmende.apiserver.authz.Policies.role;
import static dev.allmende.apiserver.authz.Policies.rule;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.authn.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EscalationTest {

    private static final User BOB = User.of("bob", User.AUTHENTICATED);
    private static final String RBAC = "rbac.authorization.k8s.io";
    private final RbacIndex index = new RbacIndex();
    private final Escalation escalation = new Escalation(index);

    @BeforeEach
    void bobMayWriteRolesAndReadPods() {
        give(rule("create,update", RBAC, "roles,rolebindings"), rule("get", "", "pods"));
        index.put("RoleBinding", binding("ns", "bobs", "Role/bobs", "User/bob"));
    }

    private void give(String... rules) {
        index.put("Role", role("ns", "bobs", rules));
    }

    private void create(String resource, ObjectNode object) {
        escalation.check(BOB, resource, "", null, object);
    }

    /** What kube-apiserver v1.35.4 answered to the same. */
    @Test
    void listsTheRightsThatAreMissing() {
        var wanted = role("ns", "r", rule("get,list", ",apps", "pods,deployments"), named("get", "", "secrets", "a,b"));

        assertThatThrownBy(() -> create("roles", wanted))
                .hasMessage("roles.rbac.authorization.k8s.io \"r\" is forbidden: user \"bob\" "
                        + "(groups=[\"system:authenticated\"]) is attempting to grant RBAC permissions not currently held:\n"
                        + "{APIGroups:[\"\"], Resources:[\"deployments\"], Verbs:[\"get\" \"list\"]}\n"
                        + "{APIGroups:[\"\"], Resources:[\"pods\"], Verbs:[\"list\"]}\n"
                        + "{APIGroups:[\"\"], Resources:[\"secrets\"], ResourceNames:[\"a\"], Verbs:[\"get\"]}\n"
                        + "{APIGroups:[\"\"], Resources:[\"secrets\"], ResourceNames:[\"b\"], Verbs:[\"get\"]}\n"
                        + "{APIGroups:[\"apps\"], Resources:[\"deployments\"], Verbs:[\"get\" \"list\"]}\n"
                        + "{APIGroups:[\"apps\"], Resources:[\"pods\"], Verbs:[\"get\" \"list\"]}");
    }

    @Test
    void letsRightsPassOnThatOneHas() {
        assertThatCode(() -> create("roles", role("ns", "r", named("get", "", "pods", "x"))))
                .doesNotThrowAnyException();
    }

    @Test
    void rightsOnNamesDoNotCoverAllNames() {
        give(named("get", "", "pods", "x"));

        assertThatCode(() -> create("roles", role("ns", "r", named("get", "", "pods", "x"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> create("roles", role("ns", "r", rule("get", "", "pods"))))
                .hasMessageEndingWith("{APIGroups:[\"\"], Resources:[\"pods\"], Verbs:[\"get\"]}");
    }

    @Test
    void aStarIsCoveredByAStarAlone() {
        give(rule("get,list,watch,create,update,patch,delete", "", "pods"), rule("*", "*", "*/status"));

        assertThatThrownBy(() -> create("roles", role("ns", "r", rule("*", "", "pods"))))
                .hasMessageEndingWith("{APIGroups:[\"\"], Resources:[\"pods\"], Verbs:[\"*\"]}");
        assertThatCode(() -> create("roles", role("ns", "r", rule("patch", "apps", "deployments/status"))))
                .doesNotThrowAnyException();
    }

    @Test
    void rightsFromAnotherNamespaceDoNotCount() {
        assertThatThrownBy(() -> create("roles", role("other", "r", rule("get", "", "pods"))))
                .hasMessageContaining("not currently held");
    }

    @Test
    void whoMayEscalateMayWriteAnyRole() {
        give(rule("escalate", RBAC, "roles"));

        assertThatCode(() -> create("roles", role("ns", "r", rule("*", "*", "*"))))
                .doesNotThrowAnyException();
    }

    @Test
    void anEscalationOfOneNameIsForThatUpdateOnly() {
        give(named("escalate", RBAC, "roles", "r"));
        var more = role("ns", "r", rule("*", "*", "*"));

        assertThatCode(() -> escalation.check(BOB, "roles", "r", role("ns", "r"), more))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> create("roles", more)).hasMessageContaining("not currently held");
    }

    @Test
    void mastersWriteWhatTheyLike() {
        assertThatCode(() -> escalation.check(
                        User.of("root", User.MASTERS), "clusterroles", "", null, role("", "r", rule("*", "*", "*"))))
                .doesNotThrowAnyException();
    }

    @Test
    void bindsOnlyRolesWhoseRightsOneHas() {
        index.put("ClusterRole", role("", "monitor", rule("get", "", "pods"), paths("get", "/metrics")));
        index.put("ClusterRole", role("", "pods", rule("get", "", "pods")));

        assertThatCode(() -> create("rolebindings", binding("ns", "b", "ClusterRole/pods")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> create("rolebindings", binding("ns", "b", "ClusterRole/monitor")))
                .hasMessage("rolebindings.rbac.authorization.k8s.io \"b\" is forbidden: user \"bob\" "
                        + "(groups=[\"system:authenticated\"]) is attempting to grant RBAC permissions not currently held:\n"
                        + "{NonResourceURLs:[\"/metrics\"], Verbs:[\"get\"]}");
    }

    @Test
    void whoMayBindARoleBindsIt() {
        index.put("ClusterRole", role("", "big", rule("*", "*", "*")));
        give(named("bind", RBAC, "clusterroles", "big"));

        assertThatCode(() -> create("rolebindings", binding("ns", "b", "ClusterRole/big", "User/eve")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> create("clusterrolebindings", binding("", "b", "ClusterRole/big", "User/eve")))
                .as("the right is for the namespace")
                .hasMessageContaining("not currently held");
    }

    @Test
    void aRoleThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> create("rolebindings", binding("ns", "b", "ClusterRole/nope")))
                .hasMessage("rolebindings.rbac.authorization.k8s.io \"nope\" not found");
    }

    @Test
    void aggregationNeedsEverything() {
        index.put("ClusterRole", role("", "r", rule("create", RBAC, "clusterroles")));
        index.put("ClusterRoleBinding", binding("", "b", "ClusterRole/r", "User/bob"));
        var gathering = Policies.json(
                "{'metadata':{'name':'g'},'aggregationRule':{'clusterRoleSelectors':[{'matchLabels':{'a':'b'}}]}}");

        assertThatThrownBy(() -> create("clusterroles", gathering))
                .hasMessage("clusterroles.rbac.authorization.k8s.io \"g\" is forbidden: "
                        + "must have cluster-admin privileges to use the aggregationRule");
        index.put("ClusterRole", role("", "r", rule("*", "*", "*"), paths("*", "*")));
        assertThatCode(() -> create("clusterroles", gathering)).doesNotThrowAnyException();
    }

    @Test
    void garbageCollectionIsNoEscalation() {
        var old = role("ns", "r", rule("*", "*", "*"));
        var owned = old.deepCopy();
        owned.withObject("/metadata").putArray("finalizers").add("x/y");

        assertThatCode(() -> update(owned, old)).doesNotThrowAnyException();
        assertThatThrownBy(() -> update(old, role("ns", "r"))).hasMessageContaining("not currently held");
    }

    private void update(ObjectNode wanted, @Nullable ObjectNode old) {
        escalation.check(BOB, "roles", "r", old, wanted);
    }

    @Test
    void namesRolesThatCouldNotBeLookedAt() {
        index.put("RoleBinding", binding("ns", "z", "Role/gone", "User/bob"));

        assertThatThrownBy(() -> create("roles", role("ns", "r", rule("list", "", "pods"))))
                .hasMessageEndingWith("; resolution errors: role.rbac.authorization.k8s.io \"gone\" not found");
    }
}
