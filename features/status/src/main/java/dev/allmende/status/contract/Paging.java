package dev.allmende.status.contract;

import dev.allmende.status.view.Ask;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a list: our addition to the contract. Without {@code limit} a list is whole.
 *
 * @param limit 0: no limit
 * @param after key of the item that the part before ended with; empty for the first part
 */
record Paging(int limit, String after) {

    private static final int MOST = 10_000;

    static Paging of(Parameters query) {
        return new Paging(
                query.number("limit", 1, MOST).orElse(0), query.text("cursor").orElse(""));
    }

    /** @param last key of the last item; empty when nothing follows */
    record Cut<T>(List<T> items, String last) {}

    <T> Cut<T> cut(List<T> all, Function<T, String> key) {
        int from = after.isEmpty() ? 0 : 1 + place(all, key);
        int to = limit == 0 ? all.size() : Math.min(all.size(), from + limit);
        return new Cut<>(all.subList(from, to), to < all.size() ? key.apply(all.get(to - 1)) : "");
    }

    private <T> int place(List<T> all, Function<T, String> key) {
        for (int i = 0; i < all.size(); i++) {
            if (key.apply(all.get(i)).equals(after)) {
                return i;
            }
        }
        throw Refused.of(410, "cursor: what it stood at is gone from the list; begin anew without it");
    }

    /** The query that asks for what follows, as a reference relative to the list's own address. */
    static String next(Ask ask, String last) {
        var rest = ask.query().entrySet().stream()
                .filter(pair -> !pair.getKey().equals("cursor"))
                .flatMap(pair -> pair.getValue().stream().map(value -> pair(pair.getKey(), value)));
        return Stream.concat(rest, Optional.of(pair("cursor", last)).stream())
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
