package dev.allmende.status.page;

import dev.allmende.status.board.BoardReader;
import dev.allmende.status.board.Happening;
import dev.allmende.status.page.Reading.Story;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What readers will see of an incident or a maintenance before it is written. */
public final class Preview {

    private static final int MOST = 3;

    private Preview() {}

    /** Whether pages speak a language, by its code. */
    public static boolean isSpoken(String language) {
        return Texts.LANGUAGES.contains(language);
    }

    /**
     * The incident, or the next windows; empty when readers see nothing of it: it waits for approval, is no plan, or affects
     * only what is for some groups.
     *
     * @param resources of which that alone happens
     * @param language that is spoken
     */
    public static List<Story> of(BoardReader.Resources resources, Instant now, String language) {
        var board = BoardReader.read(0, resources, now).board();
        var reading = new Reading(board, now, language, Texts.in(language));
        return board.seenBy(Set.of()).happenings().stream()
                .filter(each -> !isOver(each))
                .sorted(Comparator.comparing(Happening::began, Comparator.nullsFirst(Comparator.naturalOrder())))
                .limit(MOST)
                .map(reading::story)
                .toList();
    }

    private static boolean isOver(Happening happening) {
        var plan = happening.plan();
        return plan != null && plan.state().isOver();
    }
}
