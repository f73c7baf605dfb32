package dev.allmende.apiserver.crd.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.schema.GoText;
import dev.allmende.apiserver.status.FieldError;
import java.util.List;
import java.util.Locale;

/** Names: of the definition, its group, its resource. */
final class NamesCheck {

    private static final Pattern LABEL = Pattern.compile("^[a-z]([-a-z0-9]*[a-z0-9])?$");
    private static final Pattern SUBDOMAIN =
            Pattern.compile("^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$");

    private static final String NOT_A_LABEL =
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-',"
                    + " start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123',"
                    + " regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
    private static final String NOT_A_SUBDOMAIN =
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric"
                    + " characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used"
                    + " for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
    private static final String MIXED = "may have mixed case, but should otherwise match: ";

    private final JsonNode names;
    private final String path;
    private final List<FieldError> errors;

    private NamesCheck(JsonNode names, String path, List<FieldError> errors) {
        this.names = names;
        this.path = path;
        this.errors = errors;
    }

    /** The definition is called after its resource: {@code widgets.example.com}. */
    static void checkName(JsonNode crd, List<FieldError> errors) {
        var name = Json.string(crd, "metadata", "name");
        var spec = crd.path("spec");
        var subdomain = wrongSubdomain(name);
        if (!subdomain.isEmpty()) {
            errors.add(FieldError.invalid("metadata.name", Quoted.text(name), subdomain));
        }
        if (!name.equals(Json.string(spec, "names", "plural") + "." + Json.string(spec, "group"))) {
            errors.add(FieldError.invalid(
                    "metadata.name", Quoted.text(name), "must be spec.names.plural+\".\"+spec.group"));
        }
    }

    static void checkGroup(String group, List<FieldError> errors) {
        if (group.isEmpty()) {
            errors.add(FieldError.required("spec.group", ""));
            return;
        }
        var wrong = wrongSubdomain(group);
        if (!wrong.isEmpty()) {
            errors.add(FieldError.invalid("spec.group", Quoted.text(group), wrong));
        } else if (group.indexOf('.') < 0) {
            errors.add(
                    FieldError.invalid("spec.group", Quoted.text(group), "should be a domain with at least one dot"));
        }
    }

    static void check(JsonNode names, String path, List<FieldError> errors) {
        new NamesCheck(names, path, errors).check();
    }

    private void check() {
        for (var field : List.of("plural", "singular", "kind", "listKind")) {
            if (Json.string(names, field).isEmpty()) {
                errors.add(FieldError.required(path + "." + field, ""));
            }
        }
        checkLabel("plural", "");
        checkLabel("singular", "");
        checkLabel("kind", MIXED);
        checkLabel("listKind", MIXED);
        checkLabels("shortNames");
        var kind = Json.string(names, "kind");
        if (!kind.isEmpty() && kind.equals(Json.string(names, "listKind"))) {
            errors.add(
                    FieldError.invalid(path + ".listKind", Quoted.text(kind), "kind and listKind may not be the same"));
        }
        checkLabels("categories");
    }

    private void checkLabel(String field, String prefix) {
        var value = Json.string(names, field);
        var wrong = wrongLabel(prefix.isEmpty() ? value : value.toLowerCase(Locale.ROOT));
        if (!value.isEmpty() && !wrong.isEmpty()) {
            errors.add(FieldError.invalid(path + "." + field, Quoted.text(value), prefix + wrong));
        }
    }

    private void checkLabels(String field) {
        var values = names.path(field);
        for (int i = 0; i < values.size(); i++) {
            var wrong = wrongLabel(values.get(i).asText());
            if (!wrong.isEmpty()) {
                errors.add(FieldError.invalid(path + "." + field + "[" + i + "]", GoText.of(values.get(i)), wrong));
            }
        }
    }

    /** @return why this is no DNS-1035 label; empty when it is */
    static String wrongLabel(String text) {
        var tooLong = text.length() > 63 ? "must be no more than 63 bytes" : "";
        var shape = LABEL.matcher(text).find() ? "" : NOT_A_LABEL;
        return tooLong.isEmpty() || shape.isEmpty() ? tooLong + shape : tooLong + "," + shape;
    }

    private static String wrongSubdomain(String text) {
        var tooLong = text.length() > 253 ? "must be no more than 253 bytes" : "";
        var shape = SUBDOMAIN.matcher(text).find() ? "" : NOT_A_SUBDOMAIN;
        return tooLong.isEmpty() || shape.isEmpty() ? tooLong + shape : tooLong + "," + shape;
    }
}
