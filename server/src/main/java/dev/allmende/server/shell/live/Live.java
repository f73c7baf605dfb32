package dev.allmende.server.shell.live;

import dev.allmende.apiserver.request.Answer;
import dev.allmende.server.shell.login.Session;
import dev.allmende.server.shell.login.Sessions;
import dev.allmende.server.shell.page.ObjectPage;
import dev.allmende.server.shell.page.PageMaker;
import dev.allmende.server.shell.page.Reader;
import dev.allmende.server.shell.page.TopologyPage;
import dev.allmende.server.shell.resource.Happening;
import dev.allmende.server.shell.resource.Inventory;
import dev.allmende.server.shell.resource.Kind;
import dev.allmende.server.shell.resource.Kinds;
import dev.allmende.server.shell.resource.RowReader;
import dev.allmende.server.shell.visit.Refusal;
import dev.allmende.server.shell.visit.Replies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows what a page shows. */
public final class Live {

    private static final LiveStream.Part NO_PART = new LiveStream.Part() {
        @Override
        public String html() {
            return "";
        }

        @Override
        public String gone() {
            return "";
        }
    };

    private final PageMaker pages;
    private final ObjectPage objects;
    private final TopologyPage topologies;
    private final Sessions sessions;
    private final Room room;

    public Live(PageMaker pages, ObjectPage objects, TopologyPage topologies, Sessions sessions) {
        this.pages = pages;
        this.objects = objects;
        this.topologies = topologies;
        this.sessions = sessions;
        this.room = new Room();
    }

    /** All kinds of a page about a namespace, or about what is in none, and the namespace's events. */
    public Answer scope(Reader reader, Session session) {
        List<Follow> follows = new ArrayList<>();
        for (var kind : reader.kinds().shown(reader.isInNamespace())) {
            if (kind.isFollowed()) {
                addUnlessForbidden(follows, () -> rows(reader, kind));
            }
        }
        if (follows.isEmpty()) {
            throw new Refusal(403, "");
        }
        if (reader.isInNamespace()) {
            addUnlessForbidden(follows, () -> events(reader));
        }
        return stream(follows, NO_PART, session);
    }

    public Answer kind(Reader reader, Session session, Kind kind) {
        return stream(List.of(rows(reader, kind)), NO_PART, session);
    }

    public Answer object(Reader reader, Session session, Kind kind, String name) {
        List<Follow> follows = new ArrayList<>();
        var own = query(reader);
        own.put("fieldSelector", "metadata.name=" + name);
        follows.add(new Follow(
                reader.api().watch(kind.path(reader.namespace()), own, "application/json"),
                (type, object) ->
                        type.equals("DELETED") ? new Message.Gone() : new Message.Changed(Follow.version(object))));
        addUnlessForbidden(follows, () -> {
            var about = query(reader);
            about.put("fieldSelector", "involvedObject.kind=" + kind.name() + ",involvedObject.name=" + name);
            var events = reader.kinds().find(Kinds.EVENTS, true);
            return new Follow(
                    reader.api().watch(events.path(ObjectPage.eventsNamespace(reader)), about, "application/json"),
                    (type, object) -> new Message.Changed(Follow.version(object)));
        });
        return stream(
                follows,
                new LiveStream.Part() {
                    @Override
                    public String html() {
                        return objects.part(reader, kind, name);
                    }

                    @Override
                    public String gone() {
                        return objects.gone(reader, kind);
                    }
                },
                session);
    }

    /** A picture is made anew as a whole: what one object's change does to the others' places nobody knows. */
    public Answer topology(Reader reader, Session session) {
        List<Follow> follows = new ArrayList<>();
        for (var kind : Inventory.kinds(reader.kinds())) {
            if (kind.isFollowed()) {
                addUnlessForbidden(
                        follows,
                        () -> new Follow(
                                reader.api().watch(kind.path(reader.namespace()), query(reader), "application/json"),
                                (type, object) -> new Message.Changed(Follow.version(object))));
            }
        }
        if (follows.isEmpty()) {
            throw new Refusal(403, "");
        }
        return stream(
                follows,
                new LiveStream.Part() {
                    @Override
                    public String html() {
                        return topologies.part(reader);
                    }

                    @Override
                    public String gone() {
                        return "";
                    }
                },
                session);
    }

    private Answer stream(List<Follow> follows, LiveStream.Part part, Session session) {
        var stream = new LiveStream(follows, part, () -> sessions.isAlive(session));
        return Replies.events(room.bounded(session.key(), stream));
    }

    private interface Making {
        Follow make();
    }

    private static void addUnlessForbidden(List<Follow> follows, Making making) {
        try {
            follows.add(making.make());
        } catch (Refusal refused) {
            if (!refused.isForbidden()) {
                throw refused;
            }
        }
    }

    private Follow rows(Reader reader, Kind kind) {
        var rows = new RowReader(kind, reader.namespace(), reader.clock());
        var query = query(reader);
        query.putAll(rows.query());
        return new Follow(
                reader.api().watch(kind.path(reader.namespace()), query, RowReader.ACCEPT),
                (type, table) -> rows.read(table)
                        .<Message>map(row -> type.equals("DELETED")
                                ? new Message.Drop(kind.id(), row.id(), Follow.version(table))
                                : new Message.Row(
                                        kind.id(),
                                        row.id(),
                                        pages.part(reader.visit(), "row.html", Map.of("row", row)),
                                        Follow.version(table)))
                        .orElseGet(() -> new Message.Seen(0)));
    }

    private Follow events(Reader reader) {
        var events = reader.kinds().find(Kinds.EVENTS, true);
        return new Follow(
                reader.api().watch(events.path(reader.namespace()), query(reader), "application/json"),
                (type, object) -> {
                    var event = Happening.of(object, reader.kinds(), reader.clock());
                    return type.equals("DELETED")
                            ? new Message.Drop(Kinds.EVENTS, event.id(), Follow.version(object))
                            : new Message.Row(
                                    Kinds.EVENTS,
                                    event.id(),
                                    pages.part(
                                            reader.visit(), "event.html", Map.of("event", event, "withObject", true)),
                                    Follow.version(object));
                });
    }

    private static Map<String, String> query(Reader reader) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("resourceVersion", since(reader));
        query.put("allowWatchBookmarks", "1");
        query.put("timeoutSeconds", "600");
        return query;
    }

    private static String since(Reader reader) {
        var request = reader.visit().request();
        var again = request.headers().text("Last-Event-ID");
        var since = again.isEmpty() ? request.query().text("since") : again;
        if (!since.matches("[0-9]{1,18}")) {
            throw new Refusal(400, "since: must be a resource version");
        }
        return since;
    }
}
