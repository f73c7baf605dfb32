package dev.allmende.central.keep;

import dev.allmende.api.Import;
import dev.allmende.openstack.resource.Resource;
import java.util.List;
import java.util.stream.Collectors;

/** Which thing an import means. Pure. */
sealed interface Match<T> {

    record One<T>(T thing) implements Match<T> {}

    record None<T>(String why) implements Match<T> {}

    record Several<T>(String why) implements Match<T> {}

    /** @param word of the kind, for messages */
    static <T extends Resource> Match<T> of(Import imported, List<T> things, String word) {
        var found = things.stream().filter(thing -> isMeant(imported, thing)).toList();
        if (found.size() == 1) {
            return new One<>(found.getFirst());
        }
        if (found.isEmpty()) {
            return new None<>(
                    imported.id() == null
                            ? "the project has no %s that is as import.filter says".formatted(word)
                            : "the project has no %s %s".formatted(word, imported.id()));
        }
        return new Several<>("import.filter fits %d of kind %s: say more, or import.id; they are %s"
                .formatted(
                        found.size(),
                        word,
                        found.stream().map(Resource::id).limit(5).collect(Collectors.joining(", "))));
    }

    private static boolean isMeant(Import imported, Resource thing) {
        var filter = imported.filter();
        if (filter == null) {
            return thing.id().equals(imported.id());
        }
        return (filter.name() == null || thing.name().equals(filter.name()))
                && thing.tags().containsAll(filter.tags())
                && filter.fields().entrySet().stream()
                        .allMatch(field -> thing.text(field.getKey()).equals(field.getValue()));
    }
}
