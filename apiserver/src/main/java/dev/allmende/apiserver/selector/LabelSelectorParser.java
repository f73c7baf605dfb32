package dev.allmende.apiserver.selector;

import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.selector.Requirement.Operator;
import dev.allmende.apiserver.status.StatusException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the text form of a label selector. Grammar and words of errors: apimachinery labels/selector.go. */
final class LabelSelectorParser {

    private static final Set<String> SYMBOLS = Set.of("!", "=", "==", "!=", "(", ")", ",", ">", "<");
    private static final String END = "";

    private final String text;
    private int at;
    private String token = END;

    LabelSelectorParser(String text) {
        this.text = text;
        advance();
    }

    List<Requirement> parse() {
        List<Requirement> requirements = new ArrayList<>();
        if (token.equals(END)) {
            return requirements;
        }
        if (!startsRequirement()) {
            throw wrong("found '%s', expected: !, identifier, or 'end of string'");
        }
        while (true) {
            requirements.add(requirement());
            if (token.equals(END)) {
                return requirements;
            }
            if (!token.equals(",")) {
                throw wrong("found '%s', expected: ',' or 'end of string'");
            }
            advance();
            if (!startsRequirement()) {
                throw wrong("found '%s', expected: identifier after ','");
            }
        }
    }

    private Requirement requirement() {
        boolean negated = token.equals("!");
        if (negated) {
            advance();
        }
        if (!isIdentifier()) {
            throw inRequirement("found '%s', expected: identifier");
        }
        var key = take();
        var wrong = LabelSyntax.keyErrors(key);
        if (!wrong.isEmpty()) {
            throw refused("<nil>: Invalid value: %s: %s"
                    .formatted(Json.text(Json.MAPPER.getNodeFactory().textNode(key)), String.join("; ", wrong)));
        }
        if (negated) {
            return new Requirement(key, Operator.DOES_NOT_EXIST, List.of());
        }
        if (token.equals(END) || token.equals(",")) {
            return new Requirement(key, Operator.EXISTS, List.of());
        }
        return checked(compared(key));
    }

    private Requirement compared(String key) {
        var operator = switch (token) {
            case "in" -> Operator.IN;
            case "notin" -> Operator.NOT_IN;
            case "=", "==" -> Operator.EQUALS;
            case "!=" -> Operator.NOT_EQUALS;
            case ">" -> Operator.GREATER;
            case "<" -> Operator.LESS;
            default -> throw inRequirement("found '%s', expected: in, notin, =, ==, !=, gt, lt");
        };
        advance();
        boolean set = operator == Operator.IN || operator == Operator.NOT_IN;
        return new Requirement(key, operator, set ? values() : List.of(value()));
    }

    private static Requirement checked(Requirement requirement) {
        var errors = requirement.valueErrors();
        if (errors.isEmpty()) {
            return requirement;
        }
        throw refused(errors.size() == 1 ? errors.getFirst() : "[" + String.join(", ", errors) + "]");
    }

    private String value() {
        if (token.equals(END) || token.equals(",")) {
            return "";
        }
        if (!isIdentifier()) {
            throw inRequirement("found '%s', expected: identifier");
        }
        return take();
    }

    /** In parentheses, sorted, each once; nothing between commas is the empty value. */
    private List<String> values() {
        if (!token.equals("(")) {
            throw inRequirement("found '%s' expected: '('");
        }
        advance();
        var values = new TreeSet<String>();
        if (!token.equals(")") && !token.equals(",") && !isIdentifier()) {
            throw inRequirement("found '%s', expected: ',', ')' or identifier");
        }
        while (true) {
            if (isIdentifier()) {
                values.add(take());
                if (!token.equals(",") && !token.equals(")")) {
                    throw inRequirement("found '%s', expected: ',' or ')'");
                }
            } else if (token.equals(",") || token.equals(")")) {
                values.add("");
            } else {
                throw inRequirement("found '%s', expected: ',', or identifier");
            }
            if (token.equals(")")) {
                advance();
                return List.copyOf(values);
            }
            advance();
        }
    }

    private boolean startsRequirement() {
        return token.equals("!") || isIdentifier();
    }

    private boolean isIdentifier() {
        return !token.equals(END) && !SYMBOLS.contains(token);
    }

    private String take() {
        var taken = token;
        advance();
        return taken;
    }

    private void advance() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            token = END;
            return;
        }
        int start = at++;
        if (isSymbol(text.charAt(start))) {
            while (at < text.length() && SYMBOLS.contains(text.substring(start, at + 1))) {
                at++;
            }
        } else {
            while (at < text.length() && !isSymbol(text.charAt(at)) && !isSpace(text.charAt(at))) {
                at++;
            }
        }
        token = text.substring(start, at);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isSymbol(char c) {
        return "!=(),><".indexOf(c) >= 0;
    }

    private StatusException wrong(String message) {
        return StatusException.badRequest(message.replace("%s", token));
    }

    private StatusException inRequirement(String message) {
        return refused(message.replace("%s", token));
    }

    private static StatusException refused(String what) {
        return StatusException.badRequest("unable to parse requirement: " + what);
    }
}
