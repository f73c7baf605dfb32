package dev.allmende.devcloud.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items the items of this page
 * @param next id of the last item if a further page may follow: the marker of the next page
 */
public record Paging(List<ObjectNode> items, Optional<String> next) {

    /** What a service answers to a bad limit or marker. */
    public interface Complaints {
        Refused limit(String value);

        Refused marker(String value);
    }

    /**
     * Cuts the page that the query asks for.
     *
     * @param standard length of a page when the query names none
     * @param max longest page; a larger limit is cut to it
     */
    public static Paging cut(List<ObjectNode> all, Query query, int standard, int max, Complaints complaints) {
        int limit = query.first("limit").map(text -> limit(text, complaints)).orElse(standard);
        int size = Math.min(limit, max);
        int from = query.first("marker")
                .map(marker -> after(all, marker, complaints))
                .orElse(0);
        int to = (int) Math.min((long) from + size, all.size());
        List<ObjectNode> items = all.subList(from, to);
        boolean full = items.size() == size && size > 0;
        return new Paging(items, full ? Optional.of(items.getLast().path("id").asText()) : Optional.empty());
    }

    private static int limit(String text, Complaints complaints) {
        if (!text.matches("[0-9]{1,9}")) {
            throw complaints.limit(text);
        }
        return Integer.parseInt(text);
    }

    private static int after(List<ObjectNode> all, String marker, Complaints complaints) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).path("id").asText().equals(marker)) {
                return i + 1;
            }
        }
        throw complaints.marker(marker);
    }

    public Paging map(Function<ObjectNode, ObjectNode> view) {
        return new Paging(items.stream().map(view).toList(), next);
    }
}
