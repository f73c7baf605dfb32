package dev.allmende.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.conformance.testcase.Mode;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void keepsToItsSchema() throws IOException {
        assertThat(JsonSchema.problems(schema(), parse(SampleReport.sample()))).isEmpty();
        assertThat(JsonSchema.problems(schema(), parse(SampleReport.sample(Mode.STRICT))))
                .isEmpty();
        assertThat(JsonSchema.problems(schema(), parse(withoutScope()))).isEmpty();
    }

    @Test
    void schemaRefusesWhatIsNotInIt() throws IOException {
        var json = (ObjectNode) parse(SampleReport.sample());
        json.put("conclusion", "PERHAPS").put("colour", "red").remove("mode");

        assertThat(JsonSchema.problems(schema(), json))
                .containsExactlyInAnyOrder(
                        "$ has no \"mode\"",
                        "$ has an unknown field colour",
                        "$.conclusion is \"PERHAPS\", not one of"
                                + " [\"CONFORMS\",\"DOES_NOT_CONFORM\",\"UNDECIDED\"]");
    }

    @Test
    void givesBackHostileTextUnchanged() throws IOException {
        var json = parse(SampleReport.sample());

        assertThat(json.findValuesAsText("item")).contains(SampleReport.HOSTILE);
    }

    @Test
    void tellsBothReadingsOnlyWhereTheyDiffer() throws IOException {
        var json = parse(SampleReport.sample());

        for (var testCase : json.get("testCases")) {
            assertThat(testCase.get("judgements"))
                    .as(testCase.get("id").asText())
                    .hasSize(testCase.get("differs").asBoolean() ? 2 : 1);
        }
        assertThat(json.at("/counts/differing").asInt()).isEqualTo(1);
    }

    private static Report withoutScope() {
        var sample = SampleReport.sample();
        return new Report(
                sample.header(),
                sample.subject(),
                sample.referenceDate(),
                sample.mode(),
                sample.arguments(),
                Optional.empty(),
                List.of(),
                sample.outcomes(),
                sample.notCovered(),
                sample.inputs(),
                List.of());
    }

    private static JsonNode parse(Report report) throws IOException {
        return JSON.readTree(GoldenTest.write(report, ReportFormat.JSON));
    }

    private static JsonNode schema() throws IOException {
        try (var in = Objects.requireNonNull(JsonReport.class.getResourceAsStream("report-1.schema.json"))) {
            return JSON.readTree(in);
        }
    }
}
