package dev.allmende.server.shell.manage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.server.shell.page.PageMaker;
import dev.allmende.server.shell.page.Reader;
import dev.allmende.server.shell.resource.Kind;
import dev.allmende.server.shell.visit.Addresses;
import dev.allmende.server.shell.visit.Form;
import dev.allmende.server.shell.visit.Refusal;
import dev.allmende.server.shell.visit.Replies;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The incidents of a status page, for who writes them:
 *
 * <pre>
 * /ui/status/NAMESPACE         what there is
 * /ui/status/NAMESPACE/~new    a new incident
 * /ui/status/NAMESPACE/NAME    one of them: texts, phase, impacts, the next update, its end
 * </pre>
 *
 * All is done with the reader's own rights.
 */
public final class StatusDesk {

    private static final String NEW = "~new";
    private static final String GROUP = ".status.allmende.dev";

    private final PageMaker pages;

    public StatusDesk(PageMaker pages) {
        this.pages = pages;
    }

    /** One incident in the list. */
    public record Line(String href, String title, String began, String ended, String changedBy) {}

    /** Something to choose. */
    public record Option(String value, String text) {}

    /** @param rest of the path, below the namespace */
    public Answer.Whole show(Reader reader, List<String> rest) {
        return switch (rest.size()) {
            case 0 -> list(reader);
            case 1 ->
                form(reader, rest.getFirst(), Typed.of(incident(reader, rest.getFirst()), languages(reader)), 200);
            default -> throw new Refusal(404, "");
        };
    }

    /** Whatever goes wrong, the form comes back as it was sent. */
    public Answer.Whole change(Reader reader, List<String> rest, Form form) {
        if (rest.size() != 1) {
            throw new Refusal(405, "");
        }
        var name = rest.getFirst();
        var typed = Typed.of(form, languages(reader));
        var texts = PageMaker.texts(reader.visit());
        boolean isTry = !form.text("do").equals("save");
        try {
            var author = reader.api().user().name();
            var now = reader.clock().source().instant();
            var result = send(reader, name, new Writing(incident(reader, name), now, author).of(typed), isTry);
            if (isTry) {
                return form(reader, name, typed, 200, Map.of("tried", true));
            }
            reader.visit()
                    .session()
                    .ifPresent(session ->
                            session.leave(texts.of("incidentSaved", Json.string(result, "metadata", "name"))));
            return Replies.go(home(reader));
        } catch (NumberFormatException broken) {
            return form(reader, name, typed, 422, Map.of("problem", texts.of("severityNumber")));
        } catch (Refusal refused) {
            boolean isConflict = refused.code() == 409 && !name.equals(NEW);
            var problem = isConflict ? texts.of("incidentConflict") : refused.text();
            var kept =
                    isConflict ? typed.seen(Json.string(incident(reader, name), "metadata", "resourceVersion")) : typed;
            return form(reader, name, kept, refused.code(), Map.of("problem", problem));
        }
    }

    private static ObjectNode send(Reader reader, String name, ObjectNode incident, boolean isTry) {
        var kind = kind(reader, "incidents");
        Map<String, String> query = isTry ? Map.of("dryRun", "All") : Map.of();
        return name.equals(NEW)
                ? reader.api().post(kind.path(reader.namespace()), query, incident)
                : reader.api().put(kind.path(reader.namespace(), name), query, incident);
    }

    private Answer.Whole list(Reader reader) {
        var lines = items(reader, "incidents").stream()
                .sorted(Comparator.comparing(
                                (JsonNode incident) -> incident.path("spec").has("endedAt"))
                        .thenComparing(incident -> Json.string(incident, "spec", "beganAt"), Comparator.reverseOrder()))
                .map(incident -> line(reader, incident))
                .toList();
        return pages.page(
                reader.visit(),
                "status-desk.html",
                PageMaker.texts(reader.visit()).of("incidents"),
                Map.of("lines", lines, "home", home(reader), "namespace", reader.namespace()));
    }

    private static Line line(Reader reader, JsonNode incident) {
        var name = Json.string(incident, "metadata", "name");
        var title = Json.string(incident, "spec", "displayName");
        return new Line(
                home(reader) + "/" + Addresses.part(name),
                title.isEmpty() ? name : title,
                Json.string(incident, "spec", "beganAt"),
                Json.string(incident, "spec", "endedAt"),
                incident.path("metadata")
                        .path("annotations")
                        .path(Writing.CHANGED_BY)
                        .asText());
    }

    private Answer.Whole form(Reader reader, String name, Typed typed, int code) {
        return form(reader, name, typed, code, Map.of());
    }

    private Answer.Whole form(Reader reader, String name, Typed typed, int code, Map<String, Object> more) {
        var incident = incident(reader, name);
        Map<String, Object> data = new HashMap<>(Map.of("problem", "", "tried", false));
        data.put("typed", typed);
        data.put("components", options(reader, "components"));
        data.put("types", options(reader, "impacttypes"));
        data.put("phases", phases(reader));
        data.put("isNew", name.equals(NEW));
        data.put("line", line(reader, incident));
        data.put("home", home(reader));
        data.put("action", home(reader) + "/" + Addresses.part(name));
        data.putAll(more);
        var texts = PageMaker.texts(reader.visit());
        var title = name.equals(NEW) ? texts.of("incidentNew") : texts.of("incidentOf", name);
        return pages.page(reader.visit(), code, "incident.html", title, data);
    }

    private static ObjectNode incident(Reader reader, String name) {
        if (!name.equals(NEW)) {
            return reader.api().get(kind(reader, "incidents").path(reader.namespace(), name));
        }
        var incident = Json.object()
                .put("apiVersion", kind(reader, "incidents").apiVersion())
                .put("kind", "Incident");
        incident.putObject("metadata").put("generateName", "incident-");
        return incident;
    }

    private static List<Option> phases(Reader reader) {
        List<Option> options = new ArrayList<>();
        for (var page : items(reader, "statuspages")) {
            for (var list : page.path("spec").path("phases")) {
                int order = 0;
                for (var phase : list.path("phases")) {
                    options.add(new Option(list.path("generation").asInt() + "." + order++, phase.asText()));
                }
            }
        }
        return options;
    }

    private static List<String> languages(Reader reader) {
        for (var page : items(reader, "statuspages")) {
            var named = page.path("spec")
                    .path("languages")
                    .valueStream()
                    .map(JsonNode::asText)
                    .toList();
            if (!named.isEmpty()) {
                return named;
            }
        }
        return List.of("en", "de");
    }

    private static List<Option> options(Reader reader, String plural) {
        return items(reader, plural).stream()
                .map(object -> new Option(Json.string(object, "metadata", "name"), text(object)))
                .sorted(Comparator.comparing(Option::text))
                .toList();
    }

    private static String text(JsonNode object) {
        var text = Json.string(object, "spec", "displayName");
        return text.isEmpty() ? Json.string(object, "metadata", "name") : text;
    }

    private static List<JsonNode> items(Reader reader, String plural) {
        return reader.api()
                .get(kind(reader, plural).path(reader.namespace()))
                .path("items")
                .valueStream()
                .toList();
    }

    private static Kind kind(Reader reader, String plural) {
        return reader.kind(plural + GROUP);
    }

    private static String home(Reader reader) {
        return Addresses.STATUS + "/" + Addresses.part(reader.namespace());
    }
}
