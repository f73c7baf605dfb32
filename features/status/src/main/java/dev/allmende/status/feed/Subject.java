package dev.allmende.status.feed;

import dev.allmende.status.board.Board;
import dev.allmende.status.board.Happening;
import dev.allmende.status.board.Ids;
import dev.allmende.status.board.Part;
import dev.allmende.status.page.Tongue;
import dev.allmende.status.view.Ask;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What somebody subscribes to: a page or one component, in a language.
 *
 * @param base address of the page, with a slash at its end
 */
record Subject(Board board, Optional<Part> part, String language, String base) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]+");
    private static final String FOLDER = "component/";

    /**
     * @param file that tells the page's feed from others, such as {@code feed.atom}
     * @param ending of a component's, such as {@code .atom}
     */
    static Optional<Subject> of(Ask ask, String rest, Board closed, String file, String ending) {
        if (!ask.isRead() || !closed.page().visibleTo().isEmpty()) {
            return Optional.empty();
        }
        var board = closed.seenBy(Set.of());
        var language = Tongue.of(ask, board.page().languages()).language();
        var base = base(ask, rest);
        if (rest.equals(file)) {
            return Optional.of(new Subject(board, Optional.empty(), language, base));
        }
        return Ids.read(rest, FOLDER, ending)
                .flatMap(board::part)
                .map(part -> new Subject(board, Optional.of(part), language, base));
    }

    /** A proxy says whether it is asked in the clear. */
    private static String base(Ask ask, String rest) {
        var host = ask.header("host");
        var scheme = ask.header("x-forwarded-proto").equals("http") ? "http" : "https";
        var place = HOST.matcher(host).matches() ? host : "localhost";
        var path = ask.path().substring(0, Math.max(0, ask.path().length() - rest.length()));
        return scheme + "://" + place + path.replaceAll("[^A-Za-z0-9/._-]", "");
    }

    /** The same for as long as the page is there. */
    UUID id() {
        var page = board.page();
        var name = page.namespace() + "/" + page.name()
                + part.map(each -> "/" + each.id()).orElse("");
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    String title() {
        var page = board.page().wording().name(language);
        return part.map(each -> page + ": " + each.wording().name(language)).orElse(page);
    }

    List<Happening> happenings() {
        return part.map(each -> board.happenings(each.id())).orElseGet(board::happenings);
    }

    String title(Happening happening) {
        var title = happening.wording().name(language);
        return title.isEmpty() ? happening.name() : title;
    }

    String link(Happening happening) {
        return base + "incident/" + happening.id() + "?lang=" + language;
    }

    /** Names of what is affected. */
    List<String> affected(Happening happening) {
        return happening.effects().stream()
                .flatMap(effect -> board.part(effect.part()).stream())
                .map(each -> each.wording().name(language))
                .toList();
    }
}
