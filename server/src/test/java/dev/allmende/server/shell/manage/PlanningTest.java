package dev.allmende.server.shell.manage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.request.Query;
import dev.allmende.server.shell.visit.Form;
import dev.allmende.server.shell.visit.Refusal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanningTest {

    private static final Writing.By ANNA = new Writing.By("anna", Instant.parse("2026-11-26T12:00:00.5Z"));
    private static final Writing.By BERT = new Writing.By("bert", Instant.parse("2026-11-26T13:00:00Z"));
    private static final List<String> LANGUAGES = List.of("en", "de");
    private static final String PLAN = "start=2026-12-01T02:00&end=2026-12-01T04:00&zone=UTC&announce=P3D%20PT1H";

    PlanningTest() {}

    private static ObjectNode written(ObjectNode before, String form, Writing.By by) {
        return Planning.of(before, Planned.of(form(form), LANGUAGES), by);
    }

    private static Form form(String text) {
        return new Form(Query.parse(text));
    }

    @Test
    void whatTheFormDoesNotShowStaysAsItWas() {
        var before = Json.object();
        before.withObjectProperty("spec").put("horizonDays", 30).put("recurrence", "FREQ=DAILY");
        var spec = written(before, PLAN + "&title.en=Switches&title.de=Switche&rule=", ANNA)
                .path("spec");
        assertThat(spec.path("horizonDays").asInt()).isEqualTo(30);
        assertThat(spec.has("recurrence")).isFalse();
        assertThat(spec.path("announce").toString()).isEqualTo("[\"P3D\",\"PT1H\"]");
        assertThat(spec.path("translations").toString()).contains("Switche");
        assertThat(spec.has("requestedBy")).isFalse();
    }

    @Test
    void whatIsReadAndWrittenUnchangedStaysTheSamePlan() {
        var before = written(Json.object(), PLAN + "&approval=on&component.0=disks&type.0=slow&severity.0=10", ANNA);
        before.withObjectProperty("spec").put("approvedBy", "bert");
        var again = Planning.of(before, Planned.of(before, LANGUAGES), ANNA).path("spec");
        assertThat(Json.string(again, "approvedBy")).isEqualTo("bert");
        assertThat(Json.string(again, "requestedBy")).isEqualTo("anna");
    }

    @Test
    void whoChangesThePlanAsksAnewAndCannotDoWithoutApproval() {
        var before = written(Json.object(), PLAN + "&approval=on", ANNA);
        before.withObjectProperty("spec").put("approvedBy", "bert");
        var spec = written(before, PLAN.replace("T04", "T05"), BERT).path("spec");
        assertThat(Json.string(spec, "requestedBy")).isEqualTo("bert");
        assertThat(spec.has("approvedBy")).isFalse();
        assertThat(Json.string(spec, "approval")).isEqualTo("Required");
    }

    @Test
    void aWindowKeepsOneRowOfChangesHoweverItsNameIsWritten() {
        var before = written(Json.object(), PLAN, ANNA);
        before.withObjectProperty("spec").putArray("changes").addObject().put("of", "2026-12-01T02:00:00");
        var begun = Steps.of(before, form("do=begin&of=2026-12-01T02:00"), ANNA);
        var moved = Steps.of(begun, form("do=move&of=2026-12-01T02:00&end=2026-12-01T06:00&reason=Late"), BERT);
        var changes = moved.path("spec").path("changes");
        assertThat(changes).hasSize(1);
        assertThat(Json.string(changes.get(0), "startedAt")).isEqualTo("2026-11-26T12:00:00Z");
        assertThat(Json.string(changes.get(0), "end")).isEqualTo("2026-12-01T06:00");
        assertThat(Offers.changedBy(moved)).isEqualTo("bert");
    }

    @Test
    void anApprovalBearsTheNameOfWhoPressedTheButton() {
        var before = written(Json.object(), PLAN + "&approval=on", ANNA);
        var spec =
                Steps.of(before, form("do=approve&approvedBy=somebody"), BERT).path("spec");
        assertThat(Json.string(spec, "approvedBy")).isEqualTo("bert");
    }

    @Test
    void aWindowWithoutATimeForANameIsRefused() {
        assertThatThrownBy(() -> Steps.of(Json.object(), form("do=begin&of=soon"), ANNA))
                .isInstanceOf(Refusal.class);
    }
}
