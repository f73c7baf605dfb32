package dev.allmende.server.shell.manage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.server.shell.page.Reader;
import dev.allmende.server.shell.visit.Form;
import dev.allmende.server.shell.visit.Refusal;
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

    @Override
    public ObjectNode step(Reader reader, ObjectNode before, Form form) {
        throw new Refusal(400, "");
    }

    @Override
    public Map<String, Object> data(Reader reader, ObjectNode object) {
        return Map.of("phases", Offers.phases(reader));
    }
}
