package dev.allmende.server.shell.manage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.api.status.FourEyes;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.server.shell.page.PageMaker;
import dev.allmende.server.shell.page.Reader;
import dev.allmende.server.shell.visit.Addresses;
import dev.allmende.server.shell.visit.Form;
import dev.allmende.server.shell.visit.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What happens and what is planned on a status page, for who writes it:
 *
 * <pre>
 * /ui/status/NAMESPACE                        what there is
 * /ui/status/NAMESPACE/~new                   a new incident
 * /ui/status/NAMESPACE/NAME                   one of them: texts, phase, impacts, the next update, its end
 * /ui/status/NAMESPACE/~maintenance/~new      a new maintenance
 * /ui/status/NAMESPACE/~maintenance/NAME      one of them: texts, times, impacts, the next update, its windows, approval
 * </pre>
 *
 * All is done with the reader's own rights.
 */
public final class StatusDesk {

    private final PageMaker pages;
    private final Sheets<Typed> incidents;
    private final Sheets<Planned> maintenances;

    public StatusDesk(PageMaker pages) {
        this.pages = pages;
        this.incidents = new Sheets<>(pages, new IncidentSheet());
        this.maintenances = new Sheets<>(pages, new MaintenanceSheet());
    }

    /** One incident in the list. */
    public record Line(String href, String title, String began, String ended, boolean isDraft, String changedBy) {}

    /**
     * One maintenance in the list.
     *
     * @param state empty for what is no plan
     * @param begin of the window that runs, comes or was last
     */
    public record Plan(String href, String title, String state, String begin, boolean waits, String changedBy) {}

    /** @param rest of the path, below the namespace */
    public Answer.Whole show(Reader reader, List<String> rest) {
        if (rest.isEmpty()) {
            return list(reader);
        }
        return sheets(rest).show(reader, rest.getLast());
    }

    public Answer.Whole change(Reader reader, List<String> rest, Form form) {
        if (rest.isEmpty()) {
            throw new Refusal(405, "");
        }
        return sheets(rest).change(reader, rest.getLast(), form);
    }

    private Sheets<?> sheets(List<String> rest) {
        if (rest.size() == 1) {
            return incidents;
        }
        if (rest.size() == 2 && rest.getFirst().equals(MaintenanceSheet.PLACE)) {
            return maintenances;
        }
        throw new Refusal(404, "");
    }

    private Answer.Whole list(Reader reader) {
        return pages.page(
                reader.visit(),
                "status-desk.html",
                PageMaker.texts(reader.visit()).of("statusDesk"),
                Map.of(
                        "lines",
                        lines(reader),
                        "plans",
                        plans(reader),
                        "home",
                        Offers.home(reader),
                        "public",
                        "/status/" + Addresses.part(reader.namespace()) + "/",
                        "namespace",
                        reader.namespace()));
    }

    private static List<Line> lines(Reader reader) {
        return Offers.items(reader, "incidents").stream()
                .sorted(Comparator.comparing(
                                (JsonNode incident) -> incident.path("spec").has("endedAt"))
                        .thenComparing(incident -> Json.string(incident, "spec", "beganAt"), Comparator.reverseOrder()))
                .map(incident -> line(reader, incident))
                .toList();
    }

    private static Line line(Reader reader, JsonNode incident) {
        return new Line(
                Offers.home(reader) + "/" + Addresses.part(Json.string(incident, "metadata", "name")),
                Offers.title(incident),
                Json.string(incident, "spec", "beganAt"),
                Json.string(incident, "spec", "endedAt"),
                IncidentSheet.isDraft(incident),
                Offers.changedBy(incident));
    }

    /** None for who may write incidents alone. */
    private static List<Plan> plans(Reader reader) {
        try {
            return Offers.items(reader, "maintenances").stream()
                    .map(maintenance -> plan(reader, maintenance))
                    .sorted(Comparator.comparing(Plan::begin).reversed())
                    .toList();
        } catch (Refusal notTheirs) {
            return List.of();
        }
    }

    private static Plan plan(Reader reader, JsonNode maintenance) {
        var spec = maintenance.path("spec");
        var current = Windows.current(reader, maintenance);
        return new Plan(
                Offers.home(reader) + "/" + MaintenanceSheet.PLACE + "/"
                        + Addresses.part(Json.string(maintenance, "metadata", "name")),
                Offers.title(maintenance),
                current.map(course -> Windows.word(reader, course)).orElse(""),
                current.map(course -> course.began().toString()).orElse(""),
                FourEyes.areNeeded(spec) && !spec.has("approvedBy"),
                Offers.changedBy(maintenance));
    }
}
