package dev.allmende.server.shell.manage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.api.status.FourEyes;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.manage.Typed.Harm;
import dev.allmende.server.shell.manage.Typed.Say;
import dev.allmende.server.shell.visit.Form;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands in the form of a maintenance, right or wrong.
 *
 * @param says heading and text, in each language of the page
 * @param news heading and text of the next update
 * @param start of the first window, local time
 * @param end of it; empty where it has a length
 * @param announce how long before readers are told, parted by spaces
 * @param isNeeded whether a second person must approve it
 * @param version that was looked at; empty for a new one
 */
public record Planned(
        List<Say> says,
        List<Say> news,
        List<Harm> harms,
        String start,
        String end,
        String length,
        String zone,
        String rule,
        String announce,
        String ticket,
        boolean isNeeded,
        String version)
        implements Entered {

    static Planned of(Form form, List<String> languages) {
        return new Planned(
                Typed.says(form, "", languages),
                Typed.says(form, "news-", languages),
                Typed.harms(form),
                form.text("start").strip(),
                form.text("end").strip(),
                form.text("length").strip(),
                form.text("zone").strip(),
                form.text("rule").strip(),
                form.text("announce").strip(),
                form.text("ticket").strip(),
                !form.text("approval").isEmpty(),
                form.text("version"));
    }

    static Planned of(ObjectNode maintenance, List<String> languages) {
        var spec = maintenance.path("spec");
        return new Planned(
                Typed.says(spec, languages),
                Typed.nothing(languages),
                Typed.harms(spec, "expectedSeverity"),
                Json.string(spec, "start"),
                Json.string(spec, "end"),
                Json.string(spec, "length"),
                Json.string(spec, "timeZone"),
                Json.string(spec, "recurrence"),
                spec.path("announce").valueStream().map(JsonNode::asText).collect(Collectors.joining(" ")),
                Json.string(spec, "ticket"),
                FourEyes.areNeeded(spec),
                Json.string(maintenance, "metadata", "resourceVersion"));
    }

    @Override
    public Planned seen(String other) {
        return new Planned(says, news, harms, start, end, length, zone, rule, announce, ticket, isNeeded, other);
    }
}
