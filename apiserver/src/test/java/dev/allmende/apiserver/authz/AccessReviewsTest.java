package dev.allmende.apiserver.authz;

import static dev.allmende.apiserver.authz.Policies.binding;
import static dev.allmende.apiserver.authz.Policies.json;
import static dev.allmende.apiserver.authz.Policies.role;
import static dev.allmende.apiserver.authz.Policies.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.StatusException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages of refusals are what kube-apiserver v1.35.4 answered. */
class AccessReviewsTest {

    private static final User EVE = User.of("eve", User.AUTHENTICATED);
    private final RbacIndex index = new RbacIndex();
    private final AccessReviews reviews = new AccessReviews(index, index);

    @BeforeEach
    void eveReadsPodsInNs() {
        index.put(
                "Role", role("ns", "r", rule("get", "", "pods"), Policies.named("get", "apps", "deployments", "web")));
        index.put("RoleBinding", binding("ns", "b", "Role/r", "User/eve"));
        index.put("ClusterRole", role("", "p", Policies.paths("get", "/version")));
        index.put("ClusterRoleBinding", binding("", "p", "ClusterRole/p", "Group/" + User.AUTHENTICATED));
    }

    private static ObjectNode review(String spec) {
        return json("{'kind':'SubjectAccessReview','apiVersion':'authorization.k8s.io/v1','spec':%s}".formatted(spec));
    }

    @Test
    void tellsTheAskerWhatItMay() {
        var yes = reviews.self(EVE, review("{'resourceAttributes':{'verb':'get','resource':'pods','namespace':'ns'}}"));
        var no = reviews.self(EVE, review("{'resourceAttributes':{'verb':'list','resource':'pods','namespace':'ns'}}"));

        assertThat(yes.get("status"))
                .isEqualTo(
                        json(
                                "{'allowed':true,'reason':'RBAC: allowed by RoleBinding \\\"b/ns\\\" of Role \\\"r\\\" to User \\\"eve\\\"'}"));
        assertThat(no.get("status")).isEqualTo(json("{'allowed':false}"));
        assertThat(yes.get("spec").has("resourceAttributes")).isTrue();
    }

    @Test
    void tellsOfOthers() {
        var answer = reviews.subject(
                review(
                        "{'user':'mallory','groups':['system:authenticated'],'nonResourceAttributes':{'path':'/version','verb':'get'}}"));

        assertThat(Json.string(answer, "status", "allowed")).isEqualTo("true");
        assertThat(Json.string(answer, "status", "reason")).endsWith("to Group \"system:authenticated\"");
    }

    @Test
    void refusesWhatIsNoQuestion() {
        assertThatThrownBy(() -> reviews.self(EVE, review("{}")))
                .hasMessage(".authorization.k8s.io \"\" is invalid: spec.resourceAttributes: Invalid value: null: "
                        + "exactly one of nonResourceAttributes or resourceAttributes must be specified");
        assertThatThrownBy(() -> reviews.subject(review("""
                        {'resourceAttributes':{'verb':'get','resource':'pods','fieldSelector':{}},
                         'nonResourceAttributes':{'path':'/x','verb':'get'}}""")))
                .hasMessage(
                        ".authorization.k8s.io \"\" is invalid: [spec.nonResourceAttributes: Invalid value: "
                                + "{\"Path\":\"/x\",\"Verb\":\"get\"}: cannot be specified in combination with resourceAttributes, "
                                + "spec.user: Invalid value: \"\": at least one of user or group must be specified, "
                                + "spec.resourceAttributes.fieldSelector.requirements: Required value: "
                                + "when spec.resourceAttributes.fieldSelector is specified, requirements or rawSelector is required]");
    }

    @Test
    void aLocalReviewStaysInItsNamespace() {
        var good = review("{'user':'eve','resourceAttributes':{'verb':'get','resource':'pods','namespace':'ns'}}");

        var answer = reviews.local("ns", good);

        assertThat(Json.string(answer, "metadata", "namespace")).isEqualTo("ns");
        assertThat(answer.path("status").path("allowed").asBoolean()).isTrue();
        assertThatThrownBy(() -> reviews.local("other", good))
                .hasMessage(".authorization.k8s.io \"\" is invalid: spec.resourceAttributes.namespace: "
                        + "Invalid value: \"ns\": must match metadata.namespace");
        assertThatThrownBy(() -> reviews.local(
                        "ns", review("{'user':'eve','nonResourceAttributes':{'verb':'get','path':'/x'}}")))
                .asInstanceOf(InstanceOfAssertFactories.type(StatusException.class))
                .extracting(refused -> refused.status().code())
                .isEqualTo(422);
    }

    @Test
    void listsAllRules() {
        var answer = reviews.rules(EVE, review("{'namespace':'ns'}"));

        assertThat(answer.get("status")).isEqualTo(json("""
                        {'resourceRules':[
                           {'verbs':['get'],'apiGroups':[''],'resources':['pods']},
                           {'verbs':['get'],'apiGroups':['apps'],'resources':['deployments'],'resourceNames':['web']}],
                         'nonResourceRules':[{'verbs':['get'],'nonResourceURLs':['/version']}],
                         'incomplete':false}"""));
        assertThatThrownBy(() -> reviews.rules(EVE, review("{}"))).hasMessage("no namespace on request");
    }

    @Test
    void saysWhenARoleCouldNotBeLookedAt() {
        index.put("RoleBinding", binding("ns", "c", "Role/gone", "User/eve"));

        var answer = reviews.rules(EVE, review("{'namespace':'ns'}"));

        assertThat(Json.string(answer, "status", "evaluationError"))
                .isEqualTo("role.rbac.authorization.k8s.io \"gone\" not found");
    }
}
