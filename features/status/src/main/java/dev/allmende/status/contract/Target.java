package dev.allmende.status.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a path of the contract names. */
sealed interface Target {

    /** Lists of the contract. */
    enum Collection {
        PHASES("phases"),
        IMPACT_TYPES("impacttypes"),
        SEVERITIES("severities"),
        COMPONENTS("components"),
        INCIDENTS("incidents");

        private final String word;

        Collection(String word) {
            this.word = word;
        }

        static Optional<Collection> of(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word.equals(word))
                    .findFirst();
        }
    }

    record All(Collection of) implements Target {}

    /** @param key an identifier; of severities the name */
    record One(Collection of, String key) implements Target {}

    record Updates(String incident) implements Target {}

    record Update(String incident, String order) implements Target {}

    /** @param path decoded, without the slash before it; one at its end does not count */
    static Optional<Target> of(String path) {
        var plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        int slash = plain.indexOf('/');
        var first = slash < 0 ? plain : plain.substring(0, slash);
        return Collection.of(first)
                .flatMap(list -> slash < 0 ? Optional.of(new All(list)) : below(list, plain.substring(slash + 1)));
    }

    private static Optional<Target> below(Collection list, String rest) {
        return switch (list) {
            case PHASES -> Optional.empty();
            case SEVERITIES -> rest.isEmpty() ? Optional.empty() : Optional.of(new One(list, rest)); // may hold a slash
            case IMPACT_TYPES, COMPONENTS ->
                rest.isEmpty() || rest.indexOf('/') >= 0 ? Optional.empty() : Optional.of(new One(list, rest));
            case INCIDENTS -> incident(rest.split("/", -1));
        };
    }

    private static Optional<Target> incident(String[] parts) {
        if (parts[0].isEmpty() || (parts.length > 1 && !parts[1].equals("updates"))) {
            return Optional.empty();
        }
        return switch (parts.length) {
            case 1 -> Optional.of(new One(Collection.INCIDENTS, parts[0]));
            case 2 -> Optional.of(new Updates(parts[0]));
            case 3 -> Optional.of(new Update(parts[0], parts[2]));
            default -> Optional.empty();
        };
    }

    /** That it knows, OPTIONS besides. */
    default List<String> methods() {
        return switch (this) {
            case All _, Updates _ -> List.of("GET", "HEAD", "POST");
            case One _, Update _ -> List.of("GET", "HEAD", "PATCH", "DELETE");
        };
    }
}
