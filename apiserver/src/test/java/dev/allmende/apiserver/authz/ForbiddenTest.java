package dev.allmende.apiserver.authz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.authz.Authorizer.Decision;
import org.junit.jupiter.api.Test;

/** The messages are what kube-apiserver v1.35.4 answered. */
class ForbiddenTest {

    private static final User ALICE = User.of("alice");
    private static final Decision NO = new Decision(false, "");

    @Test
    void namesUserVerbResourceGroupAndNamespace() {
        var asked = Policies.ask(ALICE, "get", "pods/log", "auth-t", "x");

        assertThat(Forbidden.answer(asked, NO).status().toJson()).isEqualTo(Policies.json("""
                        {'kind':'Status','apiVersion':'v1','metadata':{},'status':'Failure',
                         'message':'pods \\"x\\" is forbidden: User \\"alice\\" cannot get resource \\"pods/log\\" in API group \\"\\" in the namespace \\"auth-t\\"',
                         'reason':'Forbidden','details':{'name':'x','kind':'pods'},'code':403}"""));
    }

    @Test
    void saysAtTheClusterScopeWithoutANamespace() {
        var asked = Policies.ask(ALICE, "deletecollection", "apps:deployments", "", "");

        assertThat(Forbidden.answer(asked, NO))
                .hasMessage("deployments.apps is forbidden: User \"alice\" cannot deletecollection resource "
                        + "\"deployments\" in API group \"apps\" at the cluster scope");
    }

    @Test
    void namesThePathOfWhatIsNoResource() {
        var asked = new Attributes.OfPath(ALICE, "get", "/metrics");

        assertThat(Forbidden.answer(asked, NO)).hasMessage("forbidden: User \"alice\" cannot get path \"/metrics\"");
    }

    @Test
    void addsTheReasonOfTheRefusal() {
        var asked = Policies.ask(User.of("bob"), "get", "secrets", "auth-t", "x");
        var decision = new Decision(false, "RBAC: role.rbac.authorization.k8s.io \"rbacker\" not found");

        assertThat(Forbidden.answer(asked, decision))
                .hasMessage(
                        "secrets \"x\" is forbidden: User \"bob\" cannot get resource \"secrets\" in API group \"\" "
                                + "in the namespace \"auth-t\": RBAC: role.rbac.authorization.k8s.io \"rbacker\" not found");
    }

    @Test
    void leavesNothingThatABrowserTakesForHtml() {
        var asked = Policies.ask(User.of("al<i>&\"ce"), "get", "nodes", "", "y");

        assertThat(Forbidden.answer(asked, NO))
                .hasMessage("nodes \"y\" is forbidden: User \"al&lt;i&gt;&amp;\\\"ce\" cannot get resource \"nodes\" "
                        + "in API group \"\" at the cluster scope");
    }
}
