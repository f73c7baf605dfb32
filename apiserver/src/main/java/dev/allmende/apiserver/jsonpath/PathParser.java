package dev.allmende.apiserver.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.apiserver.jsonpath.Condition.Operand;
import dev.allmende.apiserver.jsonpath.Condition.Operator;
import dev.allmende.apiserver.jsonpath.JsonPath.InvalidPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a path from left to right. For one text. */
final class PathParser {

    private final String text;
    private int at;

    PathParser(String text) {
        this.text = text;
    }

    List<Step> parse() {
        if (text.startsWith("$")) {
            at = 1;
        }
        var steps = steps();
        if (at < text.length()) {
            throw unexpected();
        }
        return steps;
    }

    /** Reads as far as the text is a path: a filter's operator ends it. */
    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        while (at < text.length()) {
            if (text.startsWith("..", at)) {
                at += 2;
                steps.add(new Step.Descend());
                if (peek() != '[') {
                    steps.add(name());
                }
            } else if (peek() == '.') {
                at++;
                if (at == text.length() && steps.isEmpty()) {
                    return steps; // "." is the root
                }
                if (peek() != '[') {
                    steps.add(name());
                }
            } else if (peek() == '[') {
                steps.add(bracket());
            } else {
                break;
            }
        }
        return steps;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private InvalidPath unexpected() {
        return at < text.length()
                ? new InvalidPath("unrecognized character in path: %s at %d".formatted(text.charAt(at), at))
                : new InvalidPath("unexpected end of path " + text);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw unexpected();
        }
        at++;
    }

    private Step name() {
        if (peek() == '*') {
            at++;
            return new Step.Each();
        }
        var name = new StringBuilder();
        while (at < text.length() && ".[]()=!<> ,'\"".indexOf(peek()) < 0) {
            if (peek() == '\\' && at + 1 < text.length()) {
                at++;
            }
            name.append(text.charAt(at++));
        }
        if (name.isEmpty()) {
            throw unexpected();
        }
        return new Step.Field(name.toString());
    }

    private Step bracket() {
        expect('[');
        if (peek() == '?') {
            return filter();
        }
        var steps = new ArrayList<Step>();
        do {
            spaces();
            steps.add(selection());
            spaces();
        } while (skip(","));
        expect(']');
        return steps.size() == 1 ? steps.getFirst() : new Step.Union(List.copyOf(steps));
    }

    private Step selection() {
        return switch (peek()) {
            case '*' -> {
                at++;
                yield new Step.Each();
            }
            case '\'', '"' -> new Step.Field(quoted());
            default -> slice();
        };
    }

    private Step slice() {
        var from = integer();
        if (peek() != ':') {
            if (from == null) {
                throw unexpected();
            }
            return Step.Slice.only(from);
        }
        at++;
        var to = integer();
        Integer by = 1;
        if (skip(":")) {
            by = integer();
        }
        if (by == null || by < 1) {
            throw new InvalidPath("step must be positive in " + text);
        }
        return new Step.Slice(from == null ? 0 : from, to, by);
    }

    private @Nullable Integer integer() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (start == at) {
            return null;
        }
        try {
            return Integer.valueOf(text.substring(start, at));
        } catch (NumberFormatException e) {
            throw new InvalidPath("no index: " + text.substring(start, at));
        }
    }

    private String quoted() {
        char quote = text.charAt(at++);
        var content = new StringBuilder();
        while (peek() != quote) {
            if (at >= text.length()) {
                throw new InvalidPath("unterminated quoted string in " + text);
            }
            if (peek() == '\\' && at + 1 < text.length()) {
                at++;
            }
            content.append(text.charAt(at++));
        }
        at++;
        return content.toString();
    }

    private Step filter() {
        expect('?');
        expect('(');
        spaces();
        var left = operand();
        spaces();
        var operator = operator();
        spaces();
        var right = operator == Operator.EXISTS ? null : operand();
        spaces();
        expect(')');
        expect(']');
        return new Step.Filter(new Condition(left, operator, right));
    }

    private Operator operator() {
        for (var operator : Operator.values()) {
            if (operator != Operator.EXISTS && skip(operator.symbol())) {
                return operator;
            }
        }
        return Operator.EXISTS;
    }

    private Operand operand() {
        if (peek() == '@') {
            at++;
            return new Operand.Of(new JsonPath(steps()));
        }
        if (peek() == '\'' || peek() == '"') {
            return new Operand.Literal(JsonNodeFactory.instance.textNode(quoted()));
        }
        int start = at;
        while (at < text.length() && ")=!<> ".indexOf(peek()) < 0) {
            at++;
        }
        return new Operand.Literal(literal(text.substring(start, at)));
    }

    private static JsonNode literal(String word) {
        return switch (word) {
            case "true" -> JsonNodeFactory.instance.booleanNode(true);
            case "false" -> JsonNodeFactory.instance.booleanNode(false);
            default -> {
                try {
                    yield JsonNodeFactory.instance.numberNode(new BigDecimal(word));
                } catch (NumberFormatException e) {
                    throw new InvalidPath("no literal: " + word);
                }
            }
        };
    }

    private boolean skip(String token) {
        if (text.startsWith(token, at)) {
            at += token.length();
            return true;
        }
        return false;
    }

    private void spaces() {
        while (peek() == ' ') {
            at++;
        }
    }
}
