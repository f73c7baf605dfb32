package dev.allmende.server.shell.manage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.api.status.FourEyes;
import dev.allmende.server.shell.manage.Typed.Say;

/** Makes a maintenance of what stands in the form; what the form does not show stays as it was. */
final class Planning {

    private static final String BLANKS = "\\s+";

    private Planning() {}

    /**
     * Another plan than before has nobody's approval, and is asked for by who writes it. Once a second person is needed, that
     * stays so.
     *
     * @throws NumberFormatException for a severity that is no number
     */
    static ObjectNode of(ObjectNode before, Planned planned, Writing.By by) {
        var maintenance = Writing.begin(before, planned.version(), by);
        var spec = maintenance.withObjectProperty("spec");
        Writing.say(spec, planned.says());
        Writing.put(spec, "start", planned.start());
        Writing.put(spec, "end", planned.end());
        Writing.put(spec, "length", planned.length());
        Writing.put(spec, "timeZone", planned.zone());
        Writing.put(spec, "recurrence", planned.rule());
        Writing.put(spec, "ticket", planned.ticket());
        Writing.harms(spec, "expectedSeverity", planned.harms());
        var announce = spec.putArray("announce");
        if (!planned.announce().isEmpty()) {
            for (var lead : planned.announce().split(BLANKS, -1)) {
                announce.add(lead);
            }
        }
        if (!planned.news().stream().allMatch(Say::isBlank)) {
            Writing.tell(spec, planned.news(), by.time());
        }
        if (planned.isNeeded()) {
            spec.put("approval", "Required");
        }
        if (FourEyes.areNeeded(spec) && !FourEyes.isSamePlan(before.path("spec"), spec)) {
            spec.put("requestedBy", by.author()).remove("approvedBy");
        }
        return maintenance;
    }
}
