package dev.allmende.apiserver.selector;

import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.status.StatusException;
import dev.allmende.apiserver.store.ObjectIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions on the few fields of a kind that may be selected by; all must hold. An absent field is empty text. */
public record FieldSelector(List<Term> terms) {

    public static final FieldSelector EVERYTHING = new FieldSelector(List.of());

    private static final String NAME = "metadata.name";
    private static final String NAMESPACE = "metadata.namespace";

    /** @param path such as {@code metadata.name} or {@code spec.color} */
    public record Term(String path, boolean equal, String value) {}

    public FieldSelector {
        terms = List.copyOf(terms);
    }

    /**
     * Reads a {@code fieldSelector} parameter: {@code metadata.name=a,spec.color!=red}; backslash escapes {@code \ , =}
     * in values.
     *
     * @throws StatusException 400, worded as apimachinery fields.ParseSelector does; also for a field that the kind does
     *     not let select by
     */
    public static FieldSelector parse(String text, ServedKind kind) {
        if (text.isEmpty()) {
            return EVERYTHING;
        }
        List<Term> terms = new ArrayList<>();
        for (var part : split(text)) {
            if (!part.isEmpty()) {
                terms.add(term(part, text));
            }
        }
        terms.forEach(term -> refuseUnsupported(term.path(), kind));
        return new FieldSelector(terms);
    }

    private static void refuseUnsupported(String path, ServedKind kind) {
        boolean namespace = path.equals(NAMESPACE) && (kind.builtIn() || kind.namespaced());
        if (path.equals(NAME) || namespace || kind.selectable().contains(path)) {
            return;
        }
        // two texts, as kinds with selectable fields of their own have a check of their own upstream
        throw StatusException.badRequest(
                kind.builtIn() && kind.selectable().isEmpty()
                        ? "\"%s\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\""
                                .formatted(path)
                        : "field label not supported: " + path);
    }

    private static Term term(String part, String whole) {
        int at = part.indexOf('=');
        int bang = part.indexOf("!=");
        if (at < 0) {
            throw StatusException.badRequest("invalid selector: '%s'; can't understand '%s'".formatted(whole, part));
        }
        if (bang >= 0 && bang < at) {
            return new Term(part.substring(0, bang), false, unescape(part.substring(bang + 2)));
        }
        int value = part.startsWith("==", at) ? at + 2 : at + 1;
        return new Term(part.substring(0, at), true, unescape(part.substring(value)));
    }

    /** At commas without a backslash before; sorted, so that the first error is always the same. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == ',') {
                parts.add(text.substring(start, at));
                start = at + 1;
            }
        }
        parts.add(text.substring(start));
        parts.sort(null);
        return parts;
    }

    private static String unescape(String value) {
        var plain = new StringBuilder();
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (c == '\\') {
                at++;
                if (at == value.length() || "\\,=".indexOf(value.charAt(at)) < 0) {
                    throw StatusException.badRequest("invalid field selector: invalid escape sequence: "
                            + value.substring(at - 1, Math.min(at + 1, value.length())));
                }
                c = value.charAt(at);
            } else if (c == '=' || c == ',') {
                throw StatusException.badRequest("invalid field selector: unescaped character in value: " + (int) c);
            }
            plain.append(c);
        }
        return plain.toString();
    }

    public boolean isEverything() {
        return terms.isEmpty();
    }

    /** The one value that a field must have; empty when the selector does not say. */
    public Optional<String> exact(String path) {
        return terms.stream()
                .filter(term -> term.equal() && term.path().equals(path))
                .map(Term::value)
                .findFirst();
    }

    public boolean matches(ObjectKey key, ObjectIndex index) {
        for (int at = 0; at < terms.size(); at++) {
            var term = terms.get(at);
            var value = switch (term.path()) {
                case NAME -> key.name();
                case NAMESPACE -> key.namespace();
                default -> index.fields().getOrDefault(term.path(), "");
            };
            if (value.equals(term.value()) != term.equal()) {
                return false;
            }
        }
        return true;
    }
}
