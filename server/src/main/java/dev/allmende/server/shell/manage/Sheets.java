package dev.allmende.server.shell.manage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.server.shell.page.PageMaker;
import dev.allmende.server.shell.page.Reader;
import dev.allmende.server.shell.visit.Addresses;
import dev.allmende.server.shell.visit.Form;
import dev.allmende.server.shell.visit.Refusal;
import dev.allmende.server.shell.visit.Replies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows the form of a kind, tries what stands in it, and saves it. Whatever goes wrong, the form comes back as it was sent. */
final class Sheets<T extends Entered> {

    static final String NEW = "~new";

    private final PageMaker pages;
    private final Sheet<T> sheet;

    Sheets(PageMaker pages, Sheet<T> sheet) {
        this.pages = pages;
        this.sheet = sheet;
    }

    Answer.Whole show(Reader reader, String name) {
        var object = stored(reader, name);
        return page(reader, name, 200, object, sheet.read(reader, object), Map.of());
    }

    Answer.Whole change(Reader reader, String name, Form form) {
        return switch (form.text("do")) {
            case "save", "preview" -> enter(reader, name, form);
            default -> step(reader, name, form);
        };
    }

    private Answer.Whole enter(Reader reader, String name, Form form) {
        var before = stored(reader, name);
        var entered = sheet.read(reader, form);
        boolean isTry = !form.text("do").equals("save");
        try {
            var written = send(reader, name, sheet.write(reader, before, entered), isTry);
            return isTry
                    ? page(reader, name, 200, before, entered, Map.of("views", Seen.views(reader, written)))
                    : saved(reader, written);
        } catch (NumberFormatException broken) {
            return problem(
                    reader,
                    name,
                    422,
                    before,
                    entered,
                    PageMaker.texts(reader.visit()).of("severityNumber"));
        } catch (Refusal refused) {
            return refused(reader, name, before, entered, refused);
        }
    }

    private Answer.Whole refused(Reader reader, String name, ObjectNode before, Entered entered, Refusal refused) {
        if (refused.code() != 409 || name.equals(NEW)) {
            return problem(reader, name, refused.code(), before, entered, refused.text());
        }
        var now = stored(reader, name);
        var kept = entered.seen(Json.string(now, "metadata", "resourceVersion"));
        return problem(
                reader, name, 409, now, kept, PageMaker.texts(reader.visit()).of(sheet.word() + "Conflict"));
    }

    private Answer.Whole step(Reader reader, String name, Form form) {
        var before = stored(reader, name);
        try {
            return saved(reader, send(reader, name, sheet.step(reader, before, form), false));
        } catch (Refusal refused) {
            var now = stored(reader, name);
            return refused(reader, name, now, sheet.read(reader, now), refused);
        }
    }

    private Answer.Whole saved(Reader reader, ObjectNode written) {
        var text = PageMaker.texts(reader.visit()).of(sheet.word() + "Saved", Json.string(written, "metadata", "name"));
        reader.visit().session().ifPresent(session -> session.leave(text));
        return Replies.go(Offers.home(reader));
    }

    private ObjectNode send(Reader reader, String name, ObjectNode object, boolean isTry) {
        var kind = Offers.kind(reader, sheet.plural());
        Map<String, String> query = isTry ? Map.of("dryRun", "All") : Map.of();
        return name.equals(NEW)
                ? reader.api().post(kind.path(reader.namespace()), query, object)
                : reader.api().put(kind.path(reader.namespace(), name), query, object);
    }

    private ObjectNode stored(Reader reader, String name) {
        return name.equals(NEW)
                ? sheet.fresh(reader)
                : reader.api().get(Offers.kind(reader, sheet.plural()).path(reader.namespace(), name));
    }

    private Answer.Whole problem(
            Reader reader, String name, int code, ObjectNode object, Entered entered, String problem) {
        return page(reader, name, code, object, entered, Map.of("problem", problem));
    }

    private Answer.Whole page(
            Reader reader, String name, int code, ObjectNode object, Entered entered, Map<String, ?> more) {
        boolean isNew = name.equals(NEW);
        Map<String, Object> data = new HashMap<>(Map.of("problem", "", "views", List.of()));
        data.put("typed", entered);
        data.put("components", Offers.options(reader, "components"));
        data.put("types", Offers.options(reader, "impacttypes"));
        data.put("isNew", isNew);
        data.put("changedBy", Offers.changedBy(object));
        data.put("home", Offers.home(reader));
        data.put("action", sheet.address(reader) + "/" + Addresses.part(name));
        data.putAll(sheet.data(reader, object));
        data.putAll(more);
        var texts = PageMaker.texts(reader.visit());
        var title = isNew ? texts.of(sheet.word() + "New") : texts.of(sheet.word() + "Of", Offers.title(object));
        return pages.page(reader.visit(), code, sheet.template(), title, data);
    }
}
