package dev.allmende.server.shell.page;

import dev.allmende.apiserver.request.Answer;
import dev.allmende.server.shell.resource.Happening;
import dev.allmende.server.shell.resource.Kind;
import dev.allmende.server.shell.resource.Kinds;
import dev.allmende.server.shell.resource.Manifest;
import dev.allmende.server.shell.resource.Rights;
import dev.allmende.server.shell.resource.Thing;
import dev.allmende.server.shell.visit.Addresses;
import dev.allmende.server.shell.visit.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One object: what the API prints of it, conditions, events, owners, YAML. */
public final class ObjectPage {

    private static final int EVENTS = 50;

    private final PageMaker pages;

    public ObjectPage(PageMaker pages) {
        this.pages = pages;
    }

    public Answer.Whole show(Reader reader, Kind kind, String name) {
        var thing = thing(reader, kind, name);
        var data = part(reader, thing);
        data.put("mayDelete", Rights.may(reader.api(), "delete", kind, reader.namespace(), name));
        data.put(
                "mayEdit",
                kind.verbs().contains("update")
                        && !kind.isSecret()
                        && !thing.isGoing()
                        && Rights.may(reader.api(), "update", kind, reader.namespace(), name));
        data.put("scopeHref", Addresses.scope(reader.namespace()));
        data.put("kindHref", kind.href(reader.namespace()));
        data.put(
                "live",
                kind.isFollowed()
                        ? Addresses.LIVE + thing.href().substring(Addresses.ROOT.length()) + "?since=" + thing.version()
                        : "");
        return pages.page(reader.visit(), "object.html", name + " · " + kind.name(), data);
    }

    /** What changes with the object, as HTML. */
    public String part(Reader reader, Kind kind, String name) {
        return pages.part(reader.visit(), "object-part.html", part(reader, thing(reader, kind, name)));
    }

    public String gone(Reader reader, Kind kind) {
        return pages.part(reader.visit(), "gone.html", Map.of("href", kind.href(reader.namespace())));
    }

    private static Thing thing(Reader reader, Kind kind, String name) {
        return Thing.of(reader.api(), reader.kinds(), kind, reader.namespace(), name, reader.clock());
    }

    private static Map<String, Object> part(Reader reader, Thing thing) {
        var events = events(reader, thing);
        Map<String, Object> data = new HashMap<>();
        data.put("thing", thing);
        data.put("withEvents", events.isPresent());
        data.put("events", events.orElse(List.of()));
        data.put(
                "openYaml",
                thing.conditions().isEmpty() && events.map(List::isEmpty).orElse(true));
        data.put(
                "yaml",
                Manifest.of(
                        thing.kind(),
                        thing.json(),
                        PageMaker.texts(reader.visit()).of("secretValue")));
        return data;
    }

    /** Events about an object that is in no namespace are in the namespace default. */
    private static Optional<List<Happening>> events(Reader reader, Thing thing) {
        if (thing.kind().id().equals(Kinds.EVENTS)) {
            return Optional.empty();
        }
        try {
            return Happening.of(
                    reader.api(),
                    reader.kinds(),
                    eventsNamespace(reader),
                    "involvedObject.uid=" + thing.uid(),
                    EVENTS,
                    reader.clock());
        } catch (Refusal refused) {
            return Optional.empty();
        }
    }

    public static String eventsNamespace(Reader reader) {
        return reader.isInNamespace() ? reader.namespace() : "default";
    }
}
