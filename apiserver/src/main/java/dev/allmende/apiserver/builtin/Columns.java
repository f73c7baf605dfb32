package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.PrinterColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Columns of tables of built-in kinds, as kubectl shows them (kubernetes pkg/printers/internalversion). A kind whose columns
 * have one of format {@code name} shows the name there and nowhere else: events do.
 */
final class Columns {

    private static final PrinterColumn AGE = new PrinterColumn(
            "Age",
            "date",
            "",
            "Time since the object was made.",
            0,
            object -> Json.at(object, "metadata", "creationTimestamp"));

    /** The time itself, for kinds that have no columns of their own. */
    static final List<PrinterColumn> CREATED_AT = List.of(new PrinterColumn(
            "Created At",
            "string",
            "",
            "When the object was made.",
            0,
            object -> Json.at(object, "metadata", "creationTimestamp")));

    static final List<PrinterColumn> AGE_ONLY = List.of(AGE);

    static final List<PrinterColumn> NAMESPACE =
            List.of(text("Status", "Where the namespace is in its life.", "status", "phase"), AGE);

    static final List<PrinterColumn> SECRET = List.of(
            text("Type", "Says which keys are expected.", "type"),
            number("Data", "Number of values.", secret -> secret.path("data").size()),
            AGE);

    static final List<PrinterColumn> CONFIG_MAP = List.of(
            number(
                    "Data",
                    "Number of values.",
                    map -> map.path("data").size() + map.path("binaryData").size()),
            AGE);

    static final List<PrinterColumn> LEASE =
            List.of(text("Holder", "Who holds the lease.", "spec", "holderIdentity"), AGE);

    static final List<PrinterColumn> BINDING = List.of(
            of(
                    "Role",
                    "The role whose rights are given.",
                    0,
                    binding -> Json.string(binding, "roleRef", "kind") + "/" + Json.string(binding, "roleRef", "name")),
            AGE,
            of("Users", "Users who get the rights.", 1, binding -> subjects(binding, "User")),
            of("Groups", "Groups who get the rights.", 1, binding -> subjects(binding, "Group")),
            of("ServiceAccounts", "Service accounts that get the rights.", 1, Columns::serviceAccounts));

    static final List<PrinterColumn> QUOTA = List.of(
            of("Request", "Used and allowed.", 0, quota -> used(quota, name -> !name.startsWith("limits."))),
            of("Limit", "Used and allowed, of limits.", 0, quota -> used(quota, name -> name.startsWith("limits."))),
            AGE);

    private Columns() {}

    static PrinterColumn age() {
        return AGE;
    }

    static PrinterColumn of(String name, String description, int priority, Function<JsonNode, String> cell) {
        return new PrinterColumn(
                name,
                "string",
                "",
                description,
                priority,
                object -> JsonNodeFactory.instance.textNode(cell.apply(object)));
    }

    private static PrinterColumn text(String name, String description, String... path) {
        return of(name, description, 0, object -> Json.string(object, path));
    }

    static PrinterColumn number(String name, String description, Function<JsonNode, Integer> cell) {
        return new PrinterColumn(
                name, "string", "", description, 0, object -> JsonNodeFactory.instance.numberNode(cell.apply(object)));
    }

    private static String subjects(JsonNode binding, String kind) {
        List<String> names = new ArrayList<>();
        for (var subject : binding.path("subjects")) {
            if (Json.string(subject, "kind").equals(kind)) {
                names.add(Json.string(subject, "name"));
            }
        }
        return String.join(", ", names);
    }

    private static String serviceAccounts(JsonNode binding) {
        List<String> names = new ArrayList<>();
        for (var subject : binding.path("subjects")) {
            if (Json.string(subject, "kind").equals("ServiceAccount")) {
                names.add(Json.string(subject, "namespace") + "/" + Json.string(subject, "name"));
            }
        }
        return String.join(", ", names);
    }

    private static String used(JsonNode quota, Predicate<String> wanted) {
        List<String> names = new ArrayList<>();
        quota.path("status").path("hard").fieldNames().forEachRemaining(names::add);
        return String.join(
                ", ",
                names.stream()
                        .filter(wanted)
                        .sorted()
                        .map(name -> String.format(
                                Locale.ROOT,
                                "%s: %s/%s",
                                name,
                                quota.path("status").path("used").path(name).asText("0"),
                                quota.path("status").path("hard").path(name).asText()))
                        .toList());
    }
}
