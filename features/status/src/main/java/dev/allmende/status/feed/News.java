package dev.allmende.status.feed;

import dev.allmende.status.board.Happening;
import dev.allmende.status.board.Note;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An entry of a feed.
 *
 * @param published when readers could first see it
 * @param updated when something was last told of it
 */
record News(Happening happening, Instant published, Instant updated) {

    /** How long before it begins something planned comes into a feed. */
    private static final Duration AHEAD = Duration.ofDays(30);

    private static final int MOST = 50;

    /** The newest first. */
    static List<News> of(List<Happening> happenings, Instant now) {
        return happenings.stream()
                .map(happening -> of(happening, now))
                .filter(news -> !news.published().isAfter(now))
                .sorted(Comparator.comparing(News::updated)
                        .reversed()
                        .thenComparing(news -> news.happening().id()))
                .limit(MOST)
                .toList();
    }

    private static News of(Happening happening, Instant now) {
        var began = Objects.requireNonNullElse(happening.began(), Instant.EPOCH);
        var published = happening.isMaintenance() ? began.minus(AHEAD) : began;
        var times = new ArrayList<Instant>();
        happening.notes().stream().map(Note::createdAt).forEach(times::add);
        Stream.of(began, Objects.requireNonNullElse(happening.ended(), published))
                .forEach(times::add);
        var updated = times.stream()
                .filter(time -> time.isAfter(published) && !time.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(published);
        return new News(happening, published, updated);
    }

    /** What was told, the newest first. */
    String text(String language) {
        var text = new StringBuilder();
        happening.notes().reversed().forEach(note -> {
            append(text, note.wording().name(language));
            append(text, note.wording().text(language));
        });
        append(text, happening.wording().text(language));
        return text.toString();
    }

    private static void append(StringBuilder text, String more) {
        if (!more.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(more);
        }
    }
}
