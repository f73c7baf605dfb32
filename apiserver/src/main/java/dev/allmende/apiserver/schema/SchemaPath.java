package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A simple path through a schema, as {@code selectableFields} and the {@code fieldPath} of rules use it: {@code .a.b} and
 * {@code .a['b.c']} (apiextensions-apiserver, ValidFieldPath).
 *
 * @param text the path as messages write it, such as {@code a.b} or {@code labels[app]}; empty when it is invalid
 * @param schema at its end, as JSON
 * @param wrong why it is no path of this schema; empty when it is one
 */
public record SchemaPath(String text, JsonNode schema, String wrong) {

    public static SchemaPath resolve(String path, JsonNode schema, boolean brackets) {
        try {
            return new Reader(path, schema, brackets).read();
        } catch (Unresolved e) {
            return new SchemaPath("", schema, e.reason);
        }
    }

    private static final class Unresolved extends Exception {
        private final String reason;

        Unresolved(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }

    private static final class Reader {
        private final String path;
        private final boolean brackets;
        private final StringBuilder text = new StringBuilder();
        private JsonNode schema;
        private int at;

        Reader(String path, JsonNode schema, boolean brackets) {
            this.path = path;
            this.schema = schema;
            this.brackets = brackets;
        }

        SchemaPath read() throws Unresolved {
            while (at < path.length()) {
                var delimiter = token();
                switch (delimiter) {
                    case "." -> enter(token());
                    case "[" -> enterBracket();
                    default -> throw new Unresolved("expected [ or . but got: " + delimiter);
                }
            }
            return new SchemaPath(text.toString(), schema, "");
        }

        private void enterBracket() throws Unresolved {
            if (!brackets) {
                throw new Unresolved("array notation is not allowed");
            }
            var name = token();
            if (name.length() < 2 || name.charAt(0) != '\'' || !name.endsWith("'")) {
                throw new Unresolved("expected single quoted string but got " + name);
            }
            enter(name.substring(1, name.length() - 1).replace("\\'", "'").replace("\\\\", "\\"));
            var end = token();
            if (!end.equals("]")) {
                throw new Unresolved("expected ] but got " + end);
            }
        }

        private void enter(String name) throws Unresolved {
            var properties = schema.path("properties");
            if (!properties.isEmpty()) {
                text.append(text.isEmpty() ? "" : ".").append(name);
                schema = properties.path(name);
            } else {
                text.append('[').append(name).append(']');
                schema = schema.path("additionalProperties");
            }
            if (!schema.isObject()) {
                throw new Unresolved("does not refer to a valid field");
            }
        }

        /** A delimiter, a quoted text, or all up to the next delimiter. */
        private String token() throws Unresolved {
            if (at >= path.length()) {
                throw new Unresolved("unexpected end of JSON path");
            }
            int start = at++;
            char first = path.charAt(start);
            if (first == '\'') {
                while (at < path.length() && (path.charAt(at) != '\'' || path.charAt(at - 1) == '\\')) {
                    at++;
                }
                at = Math.min(at + 1, path.length());
            } else if (!isDelimiter(first)) {
                while (at < path.length() && !isDelimiter(path.charAt(at))) {
                    at++;
                }
            }
            return path.substring(start, at);
        }

        private static boolean isDelimiter(char c) {
            return c == '.' || c == '[' || c == ']';
        }
    }
}
