package dev.allmende.server.shell.manage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.api.status.FourEyes;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.page.Reader;
import dev.allmende.server.shell.visit.Form;
import java.util.HashMap;
import java.util.Map;

/** Planned maintenance. */
final class MaintenanceSheet implements Sheet<Planned> {

    static final String PLACE = "~maintenance";

    @Override
    public String plural() {
        return "maintenances";
    }

    @Override
    public String word() {
        return "maintenance";
    }

    @Override
    public String template() {
        return "maintenance.html";
    }

    @Override
    public String address(Reader reader) {
        return Offers.home(reader) + "/" + PLACE;
    }

    @Override
    public ObjectNode fresh(Reader reader) {
        var fresh = Offers.fresh(reader, plural(), "Maintenance", "maintenance-");
        fresh.putObject("spec")
                .put("timeZone", Offers.zone(reader))
                .putArray("announce")
                .add("P3D")
                .add("PT1H");
        return fresh;
    }

    @Override
    public Planned read(Reader reader, ObjectNode object) {
        return Planned.of(object, Offers.languages(reader));
    }

    @Override
    public Planned read(Reader reader, Form form) {
        return Planned.of(form, Offers.languages(reader));
    }

    @Override
    public ObjectNode write(Reader reader, ObjectNode before, Planned entered) {
        return Planning.of(before, entered, Writing.by(reader));
    }

    @Override
    public ObjectNode step(Reader reader, ObjectNode before, Form form) {
        return Steps.of(before, form, Writing.by(reader));
    }

    @Override
    public Map<String, Object> data(Reader reader, ObjectNode object) {
        var spec = object.path("spec");
        var me = reader.api().user().name();
        var asked = Json.string(spec, "requestedBy");
        var approved = Json.string(spec, "approvedBy");
        boolean isNeeded = FourEyes.areNeeded(spec);
        Map<String, Object> data = new HashMap<>();
        data.put("isNeeded", isNeeded);
        data.put("asked", asked);
        data.put("approved", approved);
        data.put("me", me);
        data.put("mayApprove", isNeeded && approved.isEmpty() && !asked.isEmpty() && !asked.equals(me));
        data.put("windows", Windows.of(reader, object));
        return data;
    }
}
