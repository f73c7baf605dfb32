package dev.allmende.apiserver.authz;

import static dev.allmende.apiserver.authz.Policies.ask;
import static dev.allmende.apiserver.authz.Policies.binding;
import static dev.allmende.apiserver.authz.Policies.named;
import static dev.allmende.apiserver.authz.Policies.role;
import static dev.allmende.apiserver.authz.Policies.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.authz.Authorizer.Decision;
import dev.allmende.apiserver.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RbacIndexTest {

    private static final User BOB = User.of("bob", "dev", User.AUTHENTICATED);
    private final RbacIndex index = new RbacIndex();

    @Test
    void namesTheBindingThatAllows() {
        index.put("ClusterRole", role("", "reader", rule("get", "", "pods")));
        index.put("ClusterRoleBinding", binding("", "readers", "ClusterRole/reader", "User/eve", "Group/dev"));
        index.put("Role", role("ns", "writer", rule("create", "", "pods")));
        index.put("RoleBinding", binding("ns", "writers", "Role/writer", "User/bob"));

        assertThat(index.decide(ask(BOB, "get", "pods", "ns", "x")))
                .isEqualTo(new Decision(
                        true,
                        "RBAC: allowed by ClusterRoleBinding \"readers\" of ClusterRole \"reader\" to Group \"dev\""));
        assertThat(index.decide(ask(BOB, "create", "pods", "ns", "")))
                .isEqualTo(new Decision(
                        true, "RBAC: allowed by RoleBinding \"writers/ns\" of Role \"writer\" to User \"bob\""));
        assertThat(index.decide(ask(BOB, "create", "pods", "other", ""))).isEqualTo(new Decision(false, ""));
        assertThat(index.decide(ask(BOB, "create", "pods", "", ""))).isEqualTo(new Decision(false, ""));
    }

    @Test
    void aRoleBindingGivesAClusterRoleInItsNamespaceOnly() {
        index.put("ClusterRole", role("", "reader", rule("get", "", "pods,namespaces")));
        index.put("RoleBinding", binding("ns", "b", "ClusterRole/reader", "Group/dev"));

        assertThat(index.decide(ask(BOB, "get", "pods", "ns", "x")).allowed()).isTrue();
        assertThat(index.decide(ask(BOB, "get", "pods", "", "")).allowed()).isFalse();
        assertThat(index.decide(new Attributes.OfPath(BOB, "get", "/x")).allowed())
                .isFalse();
    }

    @Test
    void knowsServiceAccountsByTheirUserName() {
        index.put("Role", role("ns", "r", rule("get", "", "pods")));
        index.put("RoleBinding", binding("ns", "b", "Role/r", "ServiceAccount//robot", "ServiceAccount/far/robot"));

        var near = User.of("system:serviceaccount:ns:robot");
        assertThat(index.decide(ask(near, "get", "pods", "ns", "x")).reason())
                .isEqualTo("RBAC: allowed by RoleBinding \"b/ns\" of Role \"r\" to ServiceAccount \"robot/ns\"");
        assertThat(index.decide(ask(User.of("system:serviceaccount:far:robot"), "get", "pods", "ns", "x"))
                        .allowed())
                .isTrue();
        assertThat(index.decide(ask(User.of("robot"), "get", "pods", "ns", "x")).allowed())
                .isFalse();
    }

    @Test
    void saysWhichRoleIsMissing() {
        index.put("RoleBinding", binding("ns", "b", "Role/gone", "User/bob"));
        index.put("ClusterRoleBinding", binding("", "c", "ClusterRole/away", "User/bob"));

        assertThat(index.decide(ask(BOB, "get", "pods", "ns", "x")))
                .isEqualTo(new Decision(
                        false,
                        "RBAC: [clusterrole.rbac.authorization.k8s.io \"away\" not found, "
                                + "role.rbac.authorization.k8s.io \"gone\" not found]"));
        assertThat(index.decide(ask(BOB, "get", "pods", "", "x")).reason())
                .isEqualTo("RBAC: clusterrole.rbac.authorization.k8s.io \"away\" not found");
    }

    @Test
    void followsChanges() {
        index.put("ClusterRoleBinding", binding("", "b", "ClusterRole/r", "User/bob"));
        assertThat(may("get")).isFalse();
        index.put("ClusterRole", role("", "r", rule("get", "", "pods")));
        assertThat(may("get")).isTrue();
        index.put("ClusterRole", role("", "r", rule("list", "", "pods")));
        assertThat(may("get")).isFalse();
        assertThat(may("list")).isTrue();
        index.put("ClusterRoleBinding", binding("", "b", "ClusterRole/r", "User/eve"));
        assertThat(may("list")).isFalse();
        index.put("ClusterRoleBinding", binding("", "b", "ClusterRole/r", "Group/dev"));
        assertThat(may("list")).isTrue();
        index.remove("ClusterRoleBinding", "", "b");
        assertThat(may("list")).isFalse();
    }

    private boolean may(String verb) {
        return index.decide(ask(BOB, verb, "pods", "ns", "x")).allowed();
    }

    @Test
    void mastersMayDoEverythingWithoutARole() {
        var root = User.of("root", User.MASTERS);

        assertThat(index.decide(ask(root, "delete", "namespaces", "", "x"))).isEqualTo(new Decision(true, ""));
        assertThat(index.decide(new Attributes.OfPath(root, "post", "/y"))).isEqualTo(new Decision(true, ""));
    }

    @Test
    void listsRulesOfClusterAndNamespace() {
        index.put("ClusterRole", role("", "r", rule("get", "", "pods")));
        index.put("Role", role("ns", "r", named("get", "", "secrets", "one")));
        index.put("ClusterRoleBinding", binding("", "b", "ClusterRole/r", "Group/dev"));
        index.put("RoleBinding", binding("ns", "b", "Role/r", "User/bob"));

        assertThat(index.rulesFor(BOB, "ns").stream().map(PolicyRule::resources))
                .containsExactly(List.of("pods"), List.of("secrets"));
        assertThat(index.rulesFor(BOB, "else")).hasSize(1);
    }

    /** A policy of chance, and what a straight reading of the rules says of it. */
    @Test
    void decidesAsAStraightReadingOfAllRules() {
        var random = new Random(20261125);
        for (int round = 0; round < 40; round++) {
            var policy = randomPolicy(random, index);
            askAround(random, policy);
            var removed =
                    policy.keySet().stream().filter(_ -> random.nextInt(3) == 0).toList();
            removed.forEach(key -> remove(policy, key));
            askAround(random, policy);
            List.copyOf(policy.keySet()).forEach(key -> remove(policy, key));
        }
    }

    private void askAround(Random random, Map<String, ObjectNode> policy) {
        for (int question = 0; question < 150; question++) {
            var asked = randomQuestion(random);
            assertThat(index.decide(asked).allowed())
                    .as(() -> asked + " in " + policy)
                    .isEqualTo(naive(policy, asked));
        }
    }

    private void remove(Map<String, ObjectNode> policy, String key) {
        var parts = key.split("/", -1);
        index.remove(parts[0], parts[1], parts[2]);
        policy.remove(key);
    }

    private static Map<String, ObjectNode> randomPolicy(Random random, RbacIndex index) {
        var policy = new TreeMap<String, ObjectNode>();
        for (int i = 0; i < 25; i++) {
            var namespace = pick(random, "", "n1", "n2");
            var name = "r" + random.nextInt(8);
            var rules = new ArrayList<String>();
            for (int r = random.nextInt(4); r >= 0; r--) {
                rules.add(
                        random.nextInt(4) == 0
                                ? named(
                                        pick(random, "get", "list", "*"),
                                        pick(random, "", "apps", "*"),
                                        resources(random),
                                        "a,b")
                                : rule(
                                        pick(random, "get", "list,create", "*"),
                                        pick(random, "", "apps", "*"),
                                        resources(random)));
            }
            var kind = namespace.isEmpty() ? "ClusterRole" : "Role";
            policy.put(kind + "/" + namespace + "/" + name, role(namespace, name, rules.toArray(String[]::new)));
        }
        for (int i = 0; i < 30; i++) {
            var namespace = pick(random, "", "n1", "n2");
            var name = "b" + i;
            var ref = (namespace.isEmpty() || random.nextBoolean() ? "ClusterRole" : "Role") + "/r" + random.nextInt(8);
            var subject = pick(
                    random, "User/u1", "User/u2", "Group/g1", "Group/g2", "ServiceAccount/n1/s", "ServiceAccount//s");
            var kind = namespace.isEmpty() ? "ClusterRoleBinding" : "RoleBinding";
            policy.put(kind + "/" + namespace + "/" + name, binding(namespace, name, ref, subject));
        }
        policy.forEach((key, object) -> index.put(key.substring(0, key.indexOf('/')), object));
        return policy;
    }

    private static String resources(Random random) {
        return pick(random, "pods", "pods/log", "pods,secrets", "*/log", "*", "secrets");
    }

    private static Attributes.OfResource randomQuestion(Random random) {
        var user = User.of(
                pick(random, "u1", "u2", "u3", "system:serviceaccount:n1:s", "system:serviceaccount:n2:s"),
                pick(random, "g1", "g2", "g3"));
        return ask(
                user,
                pick(random, "get", "list", "create", "delete"),
                pick(random, "", "apps:") + pick(random, "pods", "pods/log", "secrets", "secrets/log", "nodes"),
                pick(random, "", "n1", "n2", "n3"),
                pick(random, "", "a", "b", "c"));
    }

    private static boolean naive(Map<String, ObjectNode> policy, Attributes.OfResource asked) {
        for (var entry : policy.entrySet()) {
            var binding = entry.getValue();
            var namespace = Json.string(binding, "metadata", "namespace");
            if (!binding.has("roleRef") || (!namespace.isEmpty() && !namespace.equals(asked.namespace()))) {
                continue;
            }
            var kind = Json.string(binding, "roleRef", "kind");
            var role = policy.get(kind + "/" + (kind.equals("Role") ? namespace : "") + "/"
                    + Json.string(binding, "roleRef", "name"));
            if (role != null && isFor(binding, namespace, asked.user()) && allows(role, asked)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFor(ObjectNode binding, String namespace, User user) {
        for (var subject : binding.path("subjects")) {
            var name = Json.string(subject, "name");
            var own = Json.string(subject, "namespace");
            boolean matches = switch (Json.string(subject, "kind")) {
                case "User" -> name.equals(user.name());
                case "Group" -> user.in(name);
                default ->
                    user.name().equals("system:serviceaccount:" + (own.isEmpty() ? namespace : own) + ":" + name);
            };
            if (matches) {
                return true;
            }
        }
        return false;
    }

    private static boolean allows(ObjectNode role, Attributes.OfResource asked) {
        return PolicyRule.allOf(role).stream().anyMatch(rule -> rule.allows(asked));
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
