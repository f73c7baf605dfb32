package dev.allmende.server.shell.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Fields that name other objects: those whose name ends in {@code Ref} or {@code Refs}, with {@code {name}} or a name in them.
 * Which kind they name the schema does not say; the name of the field does: {@code networkRef} names a Network,
 * {@code externalNetworkRef} too, {@code remoteGroupRef} of a SecurityGroup another SecurityGroup, {@code parentRef} one of the
 * same kind. Kinds of the same group come first; {@code groupRef} of a Server names a ServerGroup.
 *
 * @param from the kind whose fields they are
 */
public record References(Kind from, Kinds kinds) {

    private static final String ONE = "Ref";
    private static final String MANY = "Refs";
    private static final String SAME = "parent";
    private static final int DEEPEST = 16;

    /**
     * A field that names an object.
     *
     * @param path such as {@code spec.ports[0].networkRef}
     * @param kind empty when it cannot be told
     */
    public record Reference(String path, Optional<Kind> kind, String name) {

        public Link link(String namespace) {
            return kind.map(known -> Link.to(known, path, namespace, name)).orElseGet(() -> new Link(path, name, ""));
        }
    }

    public static boolean isReference(String field) {
        return (field.endsWith(ONE) && field.length() > ONE.length())
                || (field.endsWith(MANY) && field.length() > MANY.length());
    }

    /** The kind that a field of this name names. */
    public Optional<Kind> target(String field) {
        if (!isReference(field)) {
            return Optional.empty();
        }
        var word = field.substring(0, field.lastIndexOf(ONE));
        if (word.equals(SAME)) {
            return Optional.of(from);
        }
        var exact = kinds.named(word, from.group());
        return exact.filter(this::isNear)
                .or(() -> lastWord(word).equals(word) ? ending(word) : Optional.empty())
                .or(() -> exact)
                .or(() -> longest(kind -> isNear(kind) && endsWith(word, kind.name())))
                .or(() -> ending(lastWord(word)))
                .or(() -> longest(kind -> kind.isOurs() && endsWith(word, kind.name())));
    }

    private boolean isNear(Kind kind) {
        return kind.group().equals(from.group());
    }

    private Optional<Kind> longest(Predicate<Kind> fits) {
        return kinds.all().stream()
                .filter(fits)
                .max((one, other) ->
                        Integer.compare(one.name().length(), other.name().length()));
    }

    /** The kind of the same group that ends so, or of several the kind itself. */
    private Optional<Kind> ending(String word) {
        var all = kinds.all().stream()
                .filter(kind -> isNear(kind) && endsWith(kind.name(), word))
                .toList();
        return all.size() == 1
                ? Optional.of(all.getFirst())
                : all.stream().filter(from::equals).findFirst();
    }

    private static boolean endsWith(String text, String end) {
        return text.toLowerCase(Locale.ROOT).endsWith(end.toLowerCase(Locale.ROOT));
    }

    /** {@code Group} of {@code remoteGroup}. */
    private static String lastWord(String word) {
        for (int i = word.length() - 1; i > 0; i--) {
            if (Character.isUpperCase(word.charAt(i))) {
                return word.substring(i);
            }
        }
        return word;
    }

    /** All that an object's spec names. */
    public List<Reference> of(JsonNode object) {
        List<Reference> found = new ArrayList<>();
        search(object.path("spec"), "spec", 0, found);
        return found;
    }

    private void search(JsonNode node, String path, int depth, List<Reference> found) {
        if (depth > DEEPEST) {
            return;
        }
        for (var field : node.properties()) {
            var at = path + "." + field.getKey();
            if (isReference(field.getKey())) {
                named(field.getKey(), field.getValue(), at, found);
            } else {
                search(field.getValue(), at, depth + 1, found);
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            search(node.get(i), path + "[" + i + "]", depth + 1, found);
        }
    }

    private void named(String field, JsonNode value, String path, List<Reference> found) {
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            named(field, value.get(i), path + "[" + i + "]", found);
        }
        var name = value.isTextual() ? value.asText() : Json.string(value, "name");
        if (!name.isEmpty()) {
            var said = Json.string(value, "kind");
            var kind = said.isEmpty() ? target(field) : kinds.named(said, from.group());
            found.add(new Reference(path, kind, name));
        }
    }
}
