package dev.allmende.server.shell.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.visit.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The namespaces that a user sees. Kubernetes gives all or none: who may not list them is shown those with a RoleBinding for
 * the user or a group of the user. The bindings are read by the process itself; what is in the namespaces never is.
 *
 * @param isPartial whether the user may not list namespaces
 */
public record MyNamespaces(Listing list, boolean isPartial) {

    private static final String BINDINGS = "/apis/rbac.authorization.k8s.io/v1/rolebindings";
    private static final int PAGE = 500;
    private static final int MOST = 1_000;

    public static MyNamespaces of(Api api, Api own, Kind kind, Listing.Wish wish, Moment.Clock clock) {
        try {
            return new MyNamespaces(Listing.of(api, kind, "", wish, clock), false);
        } catch (Refusal refused) {
            if (!refused.isForbidden()) {
                throw refused;
            }
            List<Row> rows = new ArrayList<>();
            for (var name : bound(own, api.user())) {
                if (Rights.seesInto(api, name)) {
                    rows.add(row(own, kind, name, clock));
                }
            }
            return new MyNamespaces(new Listing(kind, "", List.of("Status"), rows, "", "", 0), true);
        }
    }

    private static Set<String> bound(Api own, User user) {
        Set<String> names = new TreeSet<>();
        var continuation = "";
        do {
            var page = own.get(
                    BINDINGS, Map.of("limit", Integer.toString(PAGE), "continue", continuation), "application/json");
            for (var binding : page.path("items")) {
                if (names.size() < MOST && isFor(binding.path("subjects"), user)) {
                    names.add(Json.string(binding, "metadata", "namespace"));
                }
            }
            continuation = Json.string(page, "metadata", "continue");
        } while (!continuation.isEmpty());
        return names;
    }

    private static boolean isFor(JsonNode subjects, User user) {
        for (var subject : subjects) {
            var name = Json.string(subject, "name");
            boolean fits = switch (Json.string(subject, "kind")) {
                case "User" -> name.equals(user.name());
                case "Group" -> user.in(name);
                default -> false;
            };
            if (fits) {
                return true;
            }
        }
        return false;
    }

    private static Row row(Api own, Kind kind, String name, Moment.Clock clock) {
        var namespace = own.get(kind.path("", name));
        var table = Json.object();
        table.putArray("cells").add(Json.string(namespace, "status", "phase"));
        table.set("object", namespace);
        return Row.of(kind, "", new Columns(List.of(new Columns.Column("Status", 0))), table, clock);
    }
}
