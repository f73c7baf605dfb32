package dev.allmende.server.shell.page;

import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.server.shell.resource.Fate;
import dev.allmende.server.shell.resource.Kind;
import dev.allmende.server.shell.resource.Thing;
import dev.allmende.server.shell.visit.Form;
import dev.allmende.server.shell.visit.Replies;
import java.util.Map;

/** Asks whether an object is really to be deleted, and deletes it. */
public final class DeletePage {

    private final PageMaker pages;

    public DeletePage(PageMaker pages) {
        this.pages = pages;
    }

    public Answer.Whole ask(Reader reader, Kind kind, String name) {
        return show(reader, 200, thing(reader, kind, name), "");
    }

    /**
     * Deletes what was looked at, and nothing that has taken its name since; and nothing that is protected: its deletion could
     * not be taken back, and would go on by itself once the protection is lifted.
     *
     * @throws dev.allmende.server.shell.visit.Refusal when the API does not
     */
    public Answer.Whole delete(Reader reader, Kind kind, String name, Form form) {
        var texts = PageMaker.texts(reader.visit());
        var thing = thing(reader, kind, name);
        if (thing.fate() == Fate.PROTECTED) {
            return show(reader, 422, thing, "");
        }
        if (!form.text("confirm").strip().equals(name)) {
            return show(reader, 422, thing, texts.of("confirmWrong"));
        }
        var options = Json.object()
                .put("apiVersion", "v1")
                .put("kind", "DeleteOptions")
                .put("propagationPolicy", "Background");
        options.putObject("preconditions").put("uid", form.text("uid"));
        reader.api().delete(kind.path(reader.namespace(), name), options);
        reader.visit().session().ifPresent(session -> session.leave(texts.of("deleted", kind.name(), name)));
        return Replies.go(kind.href(reader.namespace()));
    }

    private Answer.Whole show(Reader reader, int code, Thing thing, String problem) {
        var title =
                PageMaker.texts(reader.visit()).of("deleteTitle", thing.kind().name(), thing.name());
        return pages.page(reader.visit(), code, "delete.html", title, Map.of("thing", thing, "problem", problem));
    }

    private static Thing thing(Reader reader, Kind kind, String name) {
        return Thing.of(reader.api(), reader.kinds(), kind, reader.namespace(), name, reader.clock());
    }
}
