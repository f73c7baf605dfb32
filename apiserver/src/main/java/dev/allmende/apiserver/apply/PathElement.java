package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Quoted;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One step from an object to a field or item (structured-merge-diff fieldpath/element.go). Ordered as FieldsV1 orders
 * them: fields, items by key, items by value, items by index.
 */
sealed interface PathElement extends Comparable<PathElement> {

    /** As in FieldsV1: {@code f:spec}, <code>k:{"name":"x"}</code>, {@code v:"x"}, {@code i:0}. */
    String wire();

    /** As in messages: {@code .spec}, {@code [name="x"]}, {@code [="x"]}, {@code [0]}. */
    String text();

    private static int rank(PathElement element) {
        return switch (element) {
            case Field f -> 0;
            case Key k -> 1;
            case Value v -> 2;
            case Index i -> 3;
        };
    }

    @Override
    default int compareTo(PathElement other) {
        if (this == other) {
            return 0;
        }
        return switch (this) {
            case Field f when other instanceof Field o -> f.name.compareTo(o.name);
            case Key k when other instanceof Key o -> k.compareParts(o);
            case Value v when other instanceof Value o -> Values.compare(v.value, o.value);
            case Index i when other instanceof Index o -> Integer.compare(i.index, o.index);
            default -> Integer.compare(rank(this), rank(other));
        };
    }

    /** A field of a map. */
    final class Field implements PathElement {
        final String name;
        private final String wire;

        Field(String name, String wire) {
            this.name = name;
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }

        @Override
        public String text() {
            return "." + name;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Field o && name.equals(o.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** One field of a {@link Key}. */
    record Part(String name, JsonNode value) {}

    /** The item of a list that has these fields, sorted by name. */
    final class Key implements PathElement {
        final List<Part> parts;
        private @Nullable String wire;

        Key(List<Part> parts) {
            this.parts = parts;
        }

        private int compareParts(Key other) {
            for (int i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
                var mine = parts.get(i);
                var its = other.parts.get(i);
                var byName = mine.name.compareTo(its.name);
                var byPart = byName != 0 ? byName : Values.compare(mine.value, its.value);
                if (byPart != 0) {
                    return byPart;
                }
            }
            return Integer.compare(parts.size(), other.parts.size());
        }

        @Override
        public String wire() {
            var known = wire;
            if (known != null) {
                return known;
            }
            var out = new StringBuilder("k:{");
            for (var part : parts) {
                if (out.length() > 3) {
                    out.append(',');
                }
                GoText.jsonString(out, part.name);
                out.append(':');
                GoText.json(out, part.value);
            }
            var made = out.append('}').toString();
            wire = made;
            return made;
        }

        @Override
        public String text() {
            return parts.stream()
                    .map(part -> part.name + "=" + valueText(part.value))
                    .collect(Collectors.joining(",", "[", "]"));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key o && compareParts(o) == 0;
        }

        @Override
        public int hashCode() {
            int hash = 7;
            for (var part : parts) {
                hash = 31 * (31 * hash + part.name.hashCode()) + Values.hash(part.value);
            }
            return hash;
        }
    }

    /** The item of a set that has this value. */
    record Value(JsonNode value) implements PathElement {
        @Override
        public String wire() {
            var out = new StringBuilder("v:");
            GoText.json(out, value);
            return out.toString();
        }

        @Override
        public String text() {
            return "[=" + valueText(value) + "]";
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Value o && Values.compare(value, o.value) == 0;
        }

        @Override
        public int hashCode() {
            return Values.hash(value);
        }
    }

    /** An item by its place; never written by the server itself. */
    record Index(int index) implements PathElement {
        @Override
        public String wire() {
            return "i:" + index;
        }

        @Override
        public String text() {
            return "[" + index + "]";
        }
    }

    private static String valueText(JsonNode value) {
        return value.isTextual() ? Quoted.text(value.textValue()) : value.isNull() ? "null" : GoText.plain(value);
    }
}
