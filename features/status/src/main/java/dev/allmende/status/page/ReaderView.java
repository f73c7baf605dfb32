package dev.allmende.status.page;

import dev.allmende.status.board.Board;
import dev.allmende.status.page.Sheets.Sheet;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.Reply;
import dev.allmende.status.view.View;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The pages that people read:
 *
 * <pre>
 * (root)          overview
 * table           each day of each component
 * maintenance     windows by month
 * incident/ID     what happened, with its updates
 * component/ID    a component's days
 * imprint
 * embed           the state in one line, for the frame of another page
 * page.css, page.js, page.svg
 * </pre>
 *
 * They show what everybody may see; a page that is for some groups only is not shown.
 */
public final class ReaderView implements View {

    private static final String POLICY_HEADER = "Content-Security-Policy";
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'; img-src 'self' data:";

    /** Beside the pages, at the same server. */
    private static final String DESKS = "../../ui/status/";

    private static final Map<String, String> ASSETS = Map.of(
            "page.css", "text/css; charset=utf-8",
            "page.js", "text/javascript; charset=utf-8",
            "page.svg", "image/svg+xml");

    private final InstantSource clock;
    private final Predicate<String> signUp;
    private final BiPredicate<Ask, String> writers;
    private final Shelf shelf = new Shelf();

    /** Loaded when somebody reads: until then it costs nothing. */
    private static final class Lazy {
        static final Templates TEMPLATES = new Templates();
    }

    /** What is around each page. */
    record Frame(
            String language,
            String other,
            String place,
            String title,
            String name,
            String logo,
            boolean hasImprint,
            boolean hasSignUp,
            String desk,
            String root,
            String suffix) {}

    /**
     * @param signUp whether readers of a namespace's page may subscribe by e-mail
     * @param writers whether who asks writes to the page of a namespace: such readers are led to their desk
     */
    public ReaderView(InstantSource clock, Predicate<String> signUp, BiPredicate<Ask, String> writers) {
        this.clock = clock;
        this.signUp = signUp;
        this.writers = writers;
    }

    @Override
    public Optional<Reply> answer(Ask ask, String rest, Board board) {
        if (!ask.isRead()) {
            return Optional.empty();
        }
        if (ASSETS.containsKey(rest)) {
            return Optional.of(asset(ask, rest, board));
        }
        if (!board.page().visibleTo().isEmpty()) {
            return Optional.empty();
        }
        var tongue = Tongue.of(ask, board.page().languages());
        var now = clock.instant();
        boolean isWriter = writers.test(ask, board.page().namespace());
        var key = new Shelf.Key(board.page().namespace(), rest + '\n' + tongue + '\n' + isWriter);
        return shelf.get(key, board.version(), now, () -> make(rest, board.seenBy(Set.of()), tongue, isWriter, now))
                .map(copy -> safe(Shelf.reply(copy, ask), board))
                .map(reply -> isWriter ? reply.with("Cache-Control", "private, no-cache") : reply)
                .map(reply -> rest.equals("embed") ? framed(reply) : reply);
    }

    private Optional<Shelf.Copy> make(String rest, Board board, Tongue tongue, boolean isWriter, Instant now) {
        var words = Texts.in(tongue.language());
        var reading = new Reading(board, now, tongue.language(), words);
        return Sheets.of(rest, reading).map(sheet -> {
            var data = new HashMap<String, Object>(sheet.data());
            data.put("frame", frame(sheet, rest, reading, tongue, isWriter));
            data.put("legend", reading.legend());
            data.put("notKnown", words.of("notKnown"));
            data.put("lasts", words.of("lasts"));
            var html = Lazy.TEMPLATES.render(sheet.template(), words, data);
            return Shelf.Copy.of(board.version(), Shelf.until(board, now), "text/html; charset=utf-8", html);
        });
    }

    private Frame frame(Sheet sheet, String rest, Reading reading, Tongue tongue, boolean isWriter) {
        var page = reading.board().page();
        var other = Texts.LANGUAGES.stream()
                .filter(language -> !language.equals(tongue.language()))
                .filter(page.languages()::contains)
                .findFirst()
                .orElse("");
        var root = rest.contains("/") ? "../" : "./";
        return new Frame(
                tongue.language(),
                other,
                sheet.place(),
                sheet.title(),
                reading.name(page.wording()),
                page.logo(),
                !page.imprint().isEmpty(),
                signUp.test(page.namespace()),
                isWriter ? root + DESKS + page.namespace() : "",
                root,
                tongue.suffix());
    }

    private Reply asset(Ask ask, String name, Board board) {
        var type = Objects.requireNonNull(ASSETS.get(name));
        var key = new Shelf.Key(board.page().namespace(), name);
        var copy = shelf.get(
                        key,
                        board.version(),
                        Instant.EPOCH,
                        () -> Optional.of(Shelf.Copy.of(
                                board.version(), Instant.MAX, type, Resources.text(name) + accent(name, board))))
                .orElseThrow();
        return safe(Shelf.reply(copy, ask), board);
    }

    /** The API has checked the form of the colour. */
    private static String accent(String name, Board board) {
        var accent = board.page().accent();
        return name.endsWith("css") && accent.matches("#[0-9a-fA-F]{6}") ? ":root { --brand: " + accent + "; }\n" : "";
    }

    private static Reply framed(Reply reply) {
        var policy = String.valueOf(reply.headers().get(POLICY_HEADER));
        return reply.with(POLICY_HEADER, policy.replace("frame-ancestors 'none'", "frame-ancestors *"));
    }

    private static Reply safe(Reply reply, Board board) {
        var images = board.page().logo().startsWith("https:") ? " https:" : "";
        return reply.with(POLICY_HEADER, POLICY + images)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer")
                .with("Cache-Control", "no-cache");
    }
}
