package dev.allmende.status.feed;

import dev.allmende.status.board.Board;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.BoardView;
import dev.allmende.status.view.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * {@code feed.atom} (RFC 4287) and {@code feed.rss} (RSS 2.0), and {@code component/ID.atom} and {@code .rss}: the 50 that
 * were told of last. Maintenance comes 30 days before it begins.
 */
public final class NewsView implements BoardView {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final InstantSource clock;

    public NewsView(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Reply> answer(Ask ask, String rest, Board board) {
        var now = clock.instant();
        return Subject.of(ask, rest, board, "feed.atom", ".atom")
                .map(subject -> reply("application/atom+xml", Xml.document(xml -> atom(xml, subject, ask, now))))
                .or(() -> Subject.of(ask, rest, board, "feed.rss", ".rss")
                        .map(subject -> reply("application/rss+xml", Xml.document(xml -> rss(xml, subject, now)))));
    }

    private static Reply reply(String type, byte[] body) {
        return new Reply(200, type + "; charset=utf-8", body, Map.of());
    }

    private static void atom(Xml document, Subject subject, Ask ask, Instant now) throws XMLStreamException {
        var news = News.of(subject.happenings(), now);
        document.element(
                "feed",
                xml -> {
                    xml.text("id", "urn:uuid:" + subject.id());
                    xml.text("title", subject.title());
                    xml.text(
                            "updated",
                            time(
                                    news.isEmpty()
                                            ? Instant.EPOCH
                                            : news.getFirst().updated()));
                    xml.element(
                            "author",
                            author -> author.text(
                                    "name", subject.board().page().wording().name(subject.language())));
                    xml.empty("link", "rel", "alternate", "type", "text/html", "href", subject.base());
                    xml.empty("link", "rel", "self", "href", self(subject, ask));
                    for (var each : news) {
                        xml.element("entry", entry -> entry(entry, subject, each));
                    }
                },
                "xmlns",
                ATOM,
                "xml:lang",
                subject.language());
    }

    private static String self(Subject subject, Ask ask) {
        var file = ask.path().substring(ask.path().lastIndexOf('/') + 1);
        return subject.base() + subject.part().map(part -> "component/").orElse("") + file;
    }

    private static void entry(Xml xml, Subject subject, News news) throws XMLStreamException {
        xml.text("id", "urn:uuid:" + news.happening().id());
        xml.text("title", subject.title(news.happening()));
        xml.text("published", time(news.published()));
        xml.text("updated", time(news.updated()));
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", subject.link(news.happening()));
        for (var name : subject.affected(news.happening())) {
            xml.empty("category", "term", name);
        }
        xml.text("content", news.text(subject.language()), "type", "text");
    }

    private static void rss(Xml document, Subject subject, Instant now) throws XMLStreamException {
        var title = subject.title();
        document.element(
                "rss",
                rss -> rss.element("channel", xml -> {
                    xml.text("title", title);
                    xml.text("link", subject.base());
                    xml.text("description", title);
                    xml.text("language", subject.language());
                    for (var each : News.of(subject.happenings(), now)) {
                        xml.element("item", item -> item(item, subject, each));
                    }
                }),
                "version",
                "2.0");
    }

    private static void item(Xml xml, Subject subject, News news) throws XMLStreamException {
        xml.text("title", subject.title(news.happening()));
        xml.text("link", subject.link(news.happening()));
        xml.text("guid", "urn:uuid:" + news.happening().id(), "isPermaLink", "false");
        xml.text(
                "pubDate",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(news.updated().atOffset(ZoneOffset.UTC)));
        for (var name : subject.affected(news.happening())) {
            xml.text("category", name);
        }
        // Readers take a description for HTML.
        xml.text(
                "description",
                news.text(subject.language()).replace("&", "&amp;").replace("<", "&lt;"));
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
