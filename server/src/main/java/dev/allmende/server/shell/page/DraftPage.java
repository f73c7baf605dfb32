package dev.allmende.server.shell.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.server.shell.draft.Blank;
import dev.allmende.server.shell.draft.Problems;
import dev.allmende.server.shell.resource.Difference;
import dev.allmende.server.shell.resource.Kind;
import dev.allmende.server.shell.resource.Manifest;
import dev.allmende.server.shell.resource.References;
import dev.allmende.server.shell.visit.Form;
import dev.allmende.server.shell.visit.Refusal;
import dev.allmende.server.shell.visit.Replies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes an object, or changes one, in a form that comes of the kind's schema. Whatever goes wrong, the form comes back as it
 * was sent.
 */
public final class DraftPage {

    private static final String ADD = "add:";
    private static final String DROP = "drop:";

    private final PageMaker pages;

    public DraftPage(PageMaker pages) {
        this.pages = pages;
    }

    public Answer.Whole blank(Reader reader, Kind kind) {
        var name = reader.visit().request().query().text("name");
        return new Turn(Sheet.blank(reader, schema(reader, kind), name)).show(200);
    }

    public Answer.Whole create(Reader reader, Kind kind, Form form) {
        return new Turn(Sheet.sent(reader, schema(reader, kind), form, Json.object())).take(form);
    }

    public Answer.Whole edit(Reader reader, Kind kind, String name) {
        return new Turn(Sheet.filled(reader, schema(reader, kind), current(reader, kind, name))).show(200);
    }

    public Answer.Whole change(Reader reader, Kind kind, String name, Form form) {
        var before = current(reader, kind, name);
        var turn = new Turn(Sheet.sent(reader, schema(reader, kind), form, before));
        boolean same = Json.string(before, "metadata", "uid").equals(form.text("uid"))
                && Json.string(before, "metadata", "resourceVersion").equals(form.text("version"));
        if (!same && (form.text("do").equals("save") || form.text("do").equals("preview"))) {
            turn.problems.add("", PageMaker.texts(reader.visit()).of("editConflict"));
            return turn.show(409);
        }
        return turn.take(form);
    }

    private static Blank schema(Reader reader, Kind kind) {
        return Blank.of(reader.api(), kind, new References(kind, reader.kinds()));
    }

    /** The values of a Secret do not get into a form. */
    private static ObjectNode current(Reader reader, Kind kind, String name) {
        if (kind.isSecret()) {
            throw new Refusal(405, "");
        }
        return reader.api().get(kind.path(reader.namespace(), name));
    }

    /** One request about a form. */
    private final class Turn {

        private final Sheet sheet;
        private final Problems problems = new Problems();
        private final Map<String, Object> data =
                new HashMap<>(Map.of("yaml", "", "changes", List.of(), "tried", false));
        private String focus = "";

        Turn(Sheet sheet) {
            this.sheet = sheet;
        }

        Answer.Whole take(Form form) {
            var action = form.text("do");
            if (action.startsWith(ADD)) {
                focus = sheet.values().add(action.substring(ADD.length()));
                return show(200);
            }
            if (action.startsWith(DROP)) {
                focus = sheet.values().drop(action.substring(DROP.length()));
                return show(200);
            }
            return action.equals("save") ? save() : preview();
        }

        private Answer.Whole preview() {
            var result = sheet.send(true, problems);
            if (problems.isEmpty()) {
                var hidden = PageMaker.texts(sheet.reader().visit()).of("secretValue");
                data.put("yaml", Manifest.of(sheet.kind(), result, hidden));
                data.put("changes", sheet.isNew() ? List.of() : Difference.between(sheet.before(), result));
                data.put("tried", true);
            }
            return show(problems.isEmpty() ? 200 : 422);
        }

        private Answer.Whole save() {
            var result = sheet.send(false, problems);
            if (!problems.isEmpty()) {
                return show(422);
            }
            var reader = sheet.reader();
            var name = Json.string(result, "metadata", "name");
            var said = PageMaker.texts(reader.visit())
                    .of(sheet.isNew() ? "created" : "changed", sheet.kind().name(), name);
            reader.visit().session().ifPresent(session -> session.leave(said));
            return Replies.go(sheet.kind().href(reader.namespace(), name));
        }

        Answer.Whole show(int code) {
            var reader = sheet.reader();
            var kind = sheet.kind();
            var name = Json.string(sheet.before(), "metadata", "name");
            data.put("boxes", sheet.boxes(problems, focus));
            data.put("problems", problems.all());
            data.put("kind", kind);
            data.put("name", name);
            data.put("help", sheet.blank().help());
            data.put("isNew", sheet.isNew());
            data.put("misfits", sheet.misfits());
            data.put("uid", Json.string(sheet.before(), "metadata", "uid"));
            data.put("version", Json.string(sheet.before(), "metadata", "resourceVersion"));
            data.put(
                    "action",
                    sheet.isNew() ? kind.newHref(reader.namespace()) : kind.href(reader.namespace(), name) + "/edit");
            data.put("back", sheet.isNew() ? kind.href(reader.namespace()) : kind.href(reader.namespace(), name));
            var texts = PageMaker.texts(reader.visit());
            var title = sheet.isNew() ? texts.of("newTitle", kind.name()) : texts.of("editTitle", kind.name(), name);
            return pages.page(reader.visit(), code, "draft.html", title, data);
        }
    }
}
