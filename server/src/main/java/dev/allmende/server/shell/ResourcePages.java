package dev.allmende.server.shell;

import dev.allmende.apiserver.endpoint.Inside;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.server.shell.live.Live;
import dev.allmende.server.shell.login.Session;
import dev.allmende.server.shell.manage.StatusDesk;
import dev.allmende.server.shell.page.DeletePage;
import dev.allmende.server.shell.page.DraftPage;
import dev.allmende.server.shell.page.KindPage;
import dev.allmende.server.shell.page.NamespacesPage;
import dev.allmende.server.shell.page.ObjectPage;
import dev.allmende.server.shell.page.PageMaker;
import dev.allmende.server.shell.page.Reader;
import dev.allmende.server.shell.page.ScopePage;
import dev.allmende.server.shell.page.TopologyPage;
import dev.allmende.server.shell.resource.Api;
import dev.allmende.server.shell.resource.Kind;
import dev.allmende.server.shell.resource.Kinds;
import dev.allmende.server.shell.resource.Moment;
import dev.allmende.server.shell.visit.Form;
import dev.allmende.server.shell.visit.Refusal;
import dev.allmende.server.shell.visit.Visit;
import java.time.InstantSource;
import java.util.List;

/**
 * The pages about resources, all for somebody who is signed in:
 *
 * <pre>
 * /ui/namespaces                                  the namespaces
 * /ui/namespaces/NAMESPACE[/KIND[/NAME[/TASK]]]   what is in one
 * /ui/cluster[/KIND[/NAME[/TASK]]]                what is in none
 * /ui/new/.../KIND                                a form for a new object there
 * /ui/topology/NAMESPACE                          a namespace as a picture
 * /ui/status/NAMESPACE[/NAME]                     incidents of a status page, see {@link StatusDesk}
 * /ui/live/...                                    changes of the page at ...
 * </pre>
 *
 * A task is {@code edit} or {@code delete}.
 */
final class ResourcePages {

    private static final String NEW = "new";
    private static final String TOPOLOGY = "topology";
    private static final String EDIT = "edit";
    private static final String DELETE = "delete";

    private final Inside inside;
    private final NamespacesPage namespaces;
    private final ScopePage scopes;
    private final KindPage kinds;
    private final ObjectPage objects;
    private final DeletePage deletions;
    private final DraftPage drafts;
    private final TopologyPage topologies;
    private final StatusDesk desk;
    private final Live live;
    private final Moment.Clock clock;

    ResourcePages(
            Inside inside,
            NamespacesPage namespaces,
            ObjectPage objects,
            TopologyPage topologies,
            PageMaker pages,
            Live live,
            InstantSource clock) {
        this.inside = inside;
        this.namespaces = namespaces;
        this.scopes = new ScopePage(pages);
        this.kinds = new KindPage(pages);
        this.objects = objects;
        this.deletions = new DeletePage(pages);
        this.drafts = new DraftPage(pages);
        this.topologies = topologies;
        this.desk = new StatusDesk(pages);
        this.live = live;
        this.clock = new Moment.Clock(clock);
    }

    /**
     * Where a page is.
     *
     * @param namespace empty for what is in none
     * @param rest kind, name, and what to do
     */
    private record Place(String namespace, List<String> rest) {

        static Place of(List<String> parts) {
            if (!parts.isEmpty() && parts.getFirst().equals("namespaces") && parts.size() > 1) {
                return new Place(parts.get(1), parts.subList(2, parts.size()));
            }
            if (!parts.isEmpty() && parts.getFirst().equals("cluster")) {
                return new Place("", parts.subList(1, parts.size()));
            }
            throw new Refusal(404, "");
        }
    }

    Answer page(Visit visit, Session session) {
        if (visit.parts().equals(List.of("namespaces"))) {
            return namespaces.show(reader(visit, session, ""));
        }
        if (isTopology(visit.parts())) {
            return topologies.show(reader(visit, session, visit.parts().get(1)));
        }
        if (isStatus(visit.parts())) {
            return desk.show(reader(visit, session, visit.parts().get(1)), below(visit.parts()));
        }
        if (isNew(visit)) {
            var place = newPlace(visit);
            var reader = reader(visit, session, place.namespace());
            return drafts.blank(reader, reader.kind(place.rest().getFirst()));
        }
        var place = Place.of(visit.parts());
        var reader = reader(visit, session, place.namespace());
        var rest = place.rest();
        return switch (rest.size()) {
            case 0 -> scopes.show(reader);
            case 1 -> kinds.show(reader, reader.kind(rest.get(0)));
            case 2 -> objects.show(reader, reader.kind(rest.get(0)), rest.get(1));
            case 3 -> task(reader, reader.kind(rest.get(0)), rest.get(1), rest.get(2));
            default -> throw new Refusal(404, "");
        };
    }

    private Answer task(Reader reader, Kind kind, String name, String task) {
        return switch (task) {
            case EDIT -> drafts.edit(reader, kind, name);
            case DELETE -> deletions.ask(reader, kind, name);
            default -> throw new Refusal(404, "");
        };
    }

    Answer change(Visit visit, Session session, Form form) {
        if (isStatus(visit.parts())) {
            return desk.change(reader(visit, session, visit.parts().get(1)), below(visit.parts()), form);
        }
        if (isNew(visit)) {
            var place = newPlace(visit);
            var reader = reader(visit, session, place.namespace());
            return drafts.create(reader, reader.kind(place.rest().getFirst()), form);
        }
        var place = Place.of(visit.parts());
        if (place.rest().size() != 3) {
            throw new Refusal(405, "");
        }
        var reader = reader(visit, session, place.namespace());
        var kind = reader.kind(place.rest().get(0));
        var name = place.rest().get(1);
        return switch (place.rest().get(2)) {
            case EDIT -> drafts.change(reader, kind, name, form);
            case DELETE -> deletions.delete(reader, kind, name, form);
            default -> throw new Refusal(404, "");
        };
    }

    private static boolean isNew(Visit visit) {
        return visit.parts().getFirst().equals(NEW);
    }

    private static Place newPlace(Visit visit) {
        var place = Place.of(visit.parts().subList(1, visit.parts().size()));
        if (place.rest().size() != 1) {
            throw new Refusal(404, "");
        }
        return place;
    }

    private static boolean isStatus(List<String> parts) {
        return parts.size() > 1 && parts.getFirst().equals("status");
    }

    private static List<String> below(List<String> parts) {
        return parts.subList(2, parts.size());
    }

    private static boolean isTopology(List<String> parts) {
        return parts.size() == 2 && parts.getFirst().equals(TOPOLOGY);
    }

    Answer live(Visit visit, Session session) {
        var page = visit.parts().subList(1, visit.parts().size());
        if (isTopology(page)) {
            return live.topology(reader(visit, session, page.get(1)), session);
        }
        var place = Place.of(page);
        var reader = reader(visit, session, place.namespace());
        var rest = place.rest();
        return switch (rest.size()) {
            case 0 -> live.scope(reader, session);
            case 1 -> live.kind(reader, session, reader.kind(rest.get(0)));
            case 2 -> live.object(reader, session, reader.kind(rest.get(0)), rest.get(1));
            default -> throw new Refusal(404, "");
        };
    }

    private Reader reader(Visit visit, Session session, String namespace) {
        var api = new Api(inside, session.user(), visit.request().remote());
        return new Reader(visit, api, Kinds.of(api), namespace, clock);
    }
}
