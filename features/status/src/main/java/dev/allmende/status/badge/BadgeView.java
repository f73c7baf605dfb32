package dev.allmende.status.badge;

import dev.allmende.status.board.Board;
import dev.allmende.status.board.Ids;
import dev.allmende.status.page.Level;
import dev.allmende.status.page.Reading;
import dev.allmende.status.page.Reading.State;
import dev.allmende.status.page.Texts;
import dev.allmende.status.page.Tongue;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.BoardView;
import dev.allmende.status.view.Reply;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code badge.svg} and {@code component/ID.svg}: a name and its state, in words and by colour. */
public final class BadgeView implements BoardView {

    private static final String FOLDER = "component/";
    private static final String ENDING = ".svg";
    private static final int PADDING = 16;

    private final InstantSource clock;

    public BadgeView(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Reply> answer(Ask ask, String rest, Board closed) {
        if (!ask.isRead() || !closed.page().visibleTo().isEmpty()) {
            return Optional.empty();
        }
        var board = closed.seenBy(Set.of());
        var language = Tongue.of(ask, board.page().languages()).language();
        var reading = new Reading(board, clock.instant(), language, Texts.in(language));
        if (rest.equals("badge.svg")) {
            var worst = reading.worst();
            var word = reading.texts().of("short." + worst.code());
            return Optional.of(
                    reply(board.page().wording().name(language), new State(worst.code(), worst.sign(), word)));
        }
        return Ids.read(rest, FOLDER, ENDING)
                .flatMap(board::part)
                .map(part -> reply(reading.name(part), reading.state(part)));
    }

    private static Reply reply(String name, State state) {
        return new Reply(200, "image/svg+xml", svg(name, state).getBytes(StandardCharsets.UTF_8), Map.of())
                .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .with("X-Content-Type-Options", "nosniff");
    }

    private static String svg(String name, State state) {
        var word = state.sign() + " " + state.word();
        int left = width(name);
        int right = width(word);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="22" role="img" aria-label="%3$s: %5$s">
                <title>%3$s: %5$s</title>
                <rect width="%1$d" height="22" rx="5" fill="#2f3a45"/>
                <path d="M%2$d 0h%7$dq5 0 5 5v12q0 5 -5 5h-%7$dz" fill="%6$s"/>
                <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" aria-hidden="true">
                <text x="8" y="15" textLength="%8$d">%3$s</text>
                <text x="%9$d" y="15" textLength="%10$d" font-weight="bold">%4$s</text></g></svg>
                """.formatted(
                        left + right,
                        left,
                        escaped(name),
                        escaped(word),
                        escaped(state.word()),
                        colour(state.code()),
                        right - 5,
                        left - PADDING,
                        left + 8,
                        right - PADDING);
    }

    /** White stands on it with a contrast of at least 4.5. */
    private static String colour(String code) {
        return switch (Level.valueOf(code.toUpperCase(Locale.ROOT))) {
            case GOOD -> "#0b6b52";
            case MAINTENANCE -> "#0b4f8a";
            case UNKNOWN -> "#5a6570";
            case LIMITED -> "#8a5500";
            case BAD -> "#a3300a";
        };
    }

    /** Pixels that a text of 11 takes, about: the drawing is told to fit it in. */
    private static int width(String text) {
        return PADDING + Math.max(1, text.codePointCount(0, text.length())) * 7;
    }

    private static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
