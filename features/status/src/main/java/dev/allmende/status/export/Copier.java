package dev.allmende.status.export;

import dev.allmende.status.availability.AvailabilityView;
import dev.allmende.status.badge.BadgeView;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Happening;
import dev.allmende.status.board.Ids;
import dev.allmende.status.feed.CalendarView;
import dev.allmende.status.feed.NewsView;
import dev.allmende.status.page.ReaderView;
import dev.allmende.status.summary.SummaryView;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.Reply;
import dev.allmende.status.view.View;
import dev.allmende.status.view.Words;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the files of a board as everybody may see it, by the views that serve it, as of one moment. */
final class Copier {

    private static final List<String> ALWAYS = List.of(
            "",
            "table",
            "maintenance",
            "embed",
            "page.css",
            "page.js",
            "page.svg",
            "feed.atom",
            "feed.rss",
            "maintenance.ics",
            "badge.svg",
            "summary.json",
            "availability.csv");

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Board board;
    private final Instant now;
    private final URI address;
    private final int most;
    private int leftOut;
    private final Tree tree;
    private final List<View> views;
    private final Map<String, String> notes = new HashMap<>();

    /** A file that is to be. */
    record Leaf(String rest, String language, String name) {}

    /**
     * @param address of the copy as readers reach it, with a slash at its end: feeds name it
     * @param most files; the oldest incidents and windows that are over go without, all else stays
     */
    Copier(Board board, Instant now, URI address, int most) {
        var clock = InstantSource.fixed(now);
        this.board = board.seenBy(Set.of());
        this.now = now;
        this.address = address;
        this.most = most;
        this.tree = Tree.of(board.page().languages());
        this.views = List.of(
                new SummaryView(clock),
                new AvailabilityView(clock),
                new BadgeView(clock),
                new NewsView(clock),
                new CalendarView(clock),
                new ReaderView(clock, namespace -> false, (ask, namespace) -> false));
        tree.languages().forEach(language -> notes.put(language, note(language)));
    }

    private String note(String language) {
        var words = Words.read(Copier.class, "texts_" + language + ".properties");
        var time = "<time datetime=\"" + now.truncatedTo(ChronoUnit.SECONDS) + "\">" + MINUTE.format(now) + "</time>";
        return "<p class=\"soft\">" + MessageFormat.format(words.getProperty("copy"), time) + "</p>\n</main>";
    }

    /** All files, the pages that name others after those. */
    List<Leaf> leaves() {
        var rests = new ArrayList<String>();
        for (var part : board.parts()) {
            Stream.of("", ".svg", ".atom", ".rss", ".ics")
                    .forEach(ending -> rests.add("component/" + part.id() + ending));
        }
        if (!board.page().imprint().isEmpty()) {
            rests.add("imprint");
        }
        rests.addAll(ALWAYS.reversed());
        rests.addAll(0, stories(most / tree.languages().size() - rests.size()));
        return tree.languages().stream()
                .flatMap(language -> rests.stream().map(rest -> new Leaf(rest, language, tree.file(rest, language))))
                .toList();
    }

    /** What lasts or is to come, and as much of what is over as there is room for, the newest first. */
    private List<String> stories(int room) {
        var all = board.happenings();
        var wanted = all.stream().filter(each -> !isOver(each)).collect(Collectors.toCollection(ArrayList::new));
        all.stream()
                .filter(this::isOver)
                .limit(Math.max(0, room - wanted.size()))
                .forEach(wanted::add);
        leftOut = all.size() - wanted.size();
        return wanted.stream().map(each -> "incident/" + each.id()).toList();
    }

    /** How many have no page of their own for want of room, once the files are known. */
    int leftOut() {
        return leftOut;
    }

    /** @param type as Content-Type says it */
    record Body(byte[] bytes, String type) {}

    Body body(Leaf leaf) throws InterruptedException {
        var reply = reply(leaf);
        var type = reply.contentType();
        if (type.startsWith("text/html")) {
            var html = tree.linked(text(reply), leaf.rest(), leaf.language());
            return body(isOver(leaf.rest()) ? html : html.replace("</main>", notes.get(leaf.language())), type);
        }
        if (type.startsWith("application/atom") || type.startsWith("application/rss")) {
            return body(Tree.linked(text(reply)), type);
        }
        return type.startsWith("text/calendar")
                ? body(CalendarView.folded(Tree.linked(CalendarView.unfolded(text(reply)))), type)
                : new Body(reply.body(), type);
    }

    private Reply reply(Leaf leaf) throws InterruptedException {
        var path = address.getPath() + tree.folder(leaf.language()) + leaf.rest();
        var headers = Map.of(
                "host",
                Objects.requireNonNullElse(address.getAuthority(), ""),
                "x-forwarded-proto",
                address.getScheme());
        var ask = new Ask("GET", path, Map.of("lang", List.of(leaf.language())), headers, new byte[0], "");
        for (var view : views) {
            var reply = view.answer(ask, leaf.rest(), board);
            if (reply.isPresent()) {
                return reply.get();
            }
        }
        throw new IllegalStateException("no view knows " + leaf.rest());
    }

    /** The page of what is over says nothing of now: it stays the same file. */
    private boolean isOver(String rest) {
        return Ids.read(rest, "incident/", "")
                .flatMap(board::happening)
                .filter(this::isOver)
                .isPresent();
    }

    private boolean isOver(Happening happening) {
        return happening.ended() != null && !happening.ended().isAfter(now);
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static Body body(String text, String type) {
        return new Body(text.getBytes(StandardCharsets.UTF_8), type);
    }
}
