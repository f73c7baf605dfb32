package dev.allmende.apiserver.authz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.json.Json;

/** Roles, bindings and questions in few words. */
final class Policies {

    private Policies() {}

    /** @param json with single quotes */
    static ObjectNode json(String json) {
        return (ObjectNode) Json.parse(json.replace('\'', '"'));
    }

    /** @param namespace empty for a ClusterRole */
    static ObjectNode role(String namespace, String name, String... rules) {
        return json(
                "{'metadata':{%s'name':'%s'},'rules':[%s]}".formatted(in(namespace), name, String.join(",", rules)));
    }

    static String rule(String verbs, String groups, String resources) {
        return "{'verbs':%s,'apiGroups':%s,'resources':%s}".formatted(list(verbs), list(groups), list(resources));
    }

    static String named(String verbs, String groups, String resources, String names) {
        return "{'verbs':%s,'apiGroups':%s,'resources':%s,'resourceNames':%s}"
                .formatted(list(verbs), list(groups), list(resources), list(names));
    }

    static String paths(String verbs, String paths) {
        return "{'verbs':%s,'nonResourceURLs':%s}".formatted(list(verbs), list(paths));
    }

    private static String list(String commaSeparated) {
        return "['" + commaSeparated.replace(",", "','") + "']";
    }

    /**
     * @param namespace empty for a ClusterRoleBinding
     * @param role {@code Role/x} or {@code ClusterRole/x}
     * @param subjects {@code User/x}, {@code Group/x}, {@code ServiceAccount/namespace/x}
     */
    static ObjectNode binding(String namespace, String name, String role, String... subjects) {
        var ref = role.split("/", 2);
        var binding = json("{'metadata':{%s'name':'%s'},'roleRef':{'kind':'%s','name':'%s'}}"
                .formatted(in(namespace), name, ref[0], ref[1]));
        var array = binding.putArray("subjects");
        for (var subject : subjects) {
            var parts = subject.split("/", 3);
            var node = array.addObject().put("kind", parts[0]).put("name", parts[parts.length - 1]);
            if (parts.length == 3 && !parts[1].isEmpty()) {
                node.put("namespace", parts[1]);
            }
        }
        return binding;
    }

    private static String in(String namespace) {
        return namespace.isEmpty() ? "" : "'namespace':'" + namespace + "',";
    }

    /** @param resource {@code pods}, {@code pods/log}, {@code apps:deployments} */
    static Attributes.OfResource ask(User user, String verb, String resource, String namespace, String name) {
        var group = resource.contains(":") ? resource.substring(0, resource.indexOf(':')) : "";
        var rest = resource.substring(resource.indexOf(':') + 1);
        var parts = rest.split("/", 2);
        return new Attributes.OfResource(
                user, verb, group, "v1", parts[0], parts.length > 1 ? parts[1] : "", namespace, name);
    }
}
