package dev.allmende.server.shell.manage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.server.shell.page.Reader;
import dev.allmende.server.shell.visit.Form;
import dev.allmende.server.shell.visit.Refusal;
import dev.allmende.status.board.Boards;
import java.util.Map;

/** Incidents. */
final class IncidentSheet implements Sheet<Typed> {

    @Override
    public String plural() {
        return "incidents";
    }

    @Override
    public String word() {
        return "incident";
    }

    @Override
    public String template() {
        return "incident.html";
    }

    @Override
    public String address(Reader reader) {
        return Offers.home(reader);
    }

    @Override
    public ObjectNode fresh(Reader reader) {
        return Offers.fresh(reader, plural(), "Incident", "incident-");
    }

    @Override
    public Typed read(Reader reader, ObjectNode object) {
        return Typed.of(object, Offers.languages(reader));
    }

    @Override
    public Typed read(Reader reader, Form form) {
        return Typed.of(form, Offers.languages(reader));
    }

    @Override
    public ObjectNode write(Reader reader, ObjectNode before, Typed entered) {
        return Writing.of(before, entered, Writing.by(reader));
    }

    /** Publishes what a probe proposes. */
    @Override
    public ObjectNode step(Reader reader, ObjectNode before, Form form) {
        if (!form.text("do").equals("publish")) {
            throw new Refusal(400, "");
        }
        var incident = Writing.begin(before, form.text("version"), Writing.by(reader));
        incident.withObjectProperty("metadata").withObjectProperty("labels").remove(Boards.DRAFT);
        return incident;
    }

    /** Whether readers do not see it yet. */
    static boolean isDraft(JsonNode incident) {
        return incident.path("metadata").path("labels").has(Boards.DRAFT);
    }

    @Override
    public Map<String, Object> data(Reader reader, ObjectNode object) {
        return Map.of("phases", Offers.phases(reader), "isDraft", isDraft(object));
    }
}
