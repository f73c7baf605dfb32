package dev.allmende.apiserver.apply;

import dev.allmende.apiserver.json.Quoted;
import java.util.Comparator;

/**
 * Who made changes, and how: fields of one writer stand in one entry.
 *
 * @param applied by server-side apply; an applier is the same one in all versions
 * @param apiVersion the changes' version; empty with an applier's identity
 * @param subresource empty for the object itself
 */
record Writer(String name, boolean applied, String apiVersion, String subresource) {

    /** The order of the original, which sorts by identifiers. */
    static final Comparator<Writer> ORDER = Comparator.comparing(Writer::identifier);

    private String identifier() {
        var out = new StringBuilder("{");
        part(out, "manager", name);
        part(out, "operation", operation());
        part(out, "apiVersion", apiVersion);
        part(out, "subresource", subresource);
        return out.append('}').toString();
    }

    private static void part(StringBuilder out, String name, String value) {
        if (!value.isEmpty()) {
            out.append(out.length() > 1 ? ",\"" : "\"").append(name).append("\":");
            GoText.jsonString(out, value);
        }
    }

    static Writer applier(String name, String subresource) {
        return new Writer(name.isEmpty() ? "unknown" : name, true, "", subresource);
    }

    static Writer updater(String name, String apiVersion, String subresource) {
        return new Writer(name.isEmpty() ? "unknown" : name, false, apiVersion, subresource);
    }

    String operation() {
        return applied ? "Apply" : "Update";
    }

    /** As in messages of conflicts. */
    String text() {
        var named = Quoted.text(name);
        var where = subresource.isEmpty() ? named : named + " with subresource " + Quoted.text(subresource);
        return applied ? where : where + " using " + apiVersion;
    }
}
