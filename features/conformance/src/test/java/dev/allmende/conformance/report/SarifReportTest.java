package dev.allmende.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of SARIF 2.1.0 (OASIS) that our log touches; section numbers are those of the standard. */
class SarifReportTest {

    @Test
    void isALogOfOneRunWithADriver() throws IOException {
        var log = log();

        assertThat(log.get("version").asText()).as("3.13.2").isEqualTo("2.1.0");
        assertThat(log.get("runs")).hasSize(1);
        assertThat(run().at("/tool/driver/name").asText()).as("3.19.8").isEqualTo("allmende");
        assertThat(run().at("/tool/driver/version").asText()).isEqualTo("0.1.0");
        assertThat(run().at("/invocations/0/executionSuccessful").isBoolean())
                .as("3.20.14")
                .isTrue();
        assertThat(Instant.parse(run().at("/invocations/0/startTimeUtc").asText()))
                .as("3.9")
                .isEqualTo(Instant.parse("2026-11-24T03:14:15.926Z"));
    }

    @Test
    void everyTestCaseIsARuleWithHelp() throws IOException {
        var ids = new HashSet<String>();
        for (var rule : run().at("/tool/driver/rules")) {
            assertThat(ids.add(rule.get("id").asText())).as("3.49.3, unique").isTrue();
            assertThat(rule.at("/shortDescription/text").asText()).isNotEmpty();
            assertThat(URI.create(rule.get("helpUri").asText()).isAbsolute())
                    .as("3.49.12")
                    .isTrue();
        }
        assertThat(ids).hasSize(SampleReport.outcomes().size());
    }

    @Test
    void everyResultPointsToItsRuleAndItem() throws IOException {
        var rules = run().at("/tool/driver/rules");
        var results = run().get("results");

        assertThat(results).hasSize(26);
        for (var result : results) {
            assertThat(rules.get(result.get("ruleIndex").asInt()).get("id"))
                    .as("3.27.6")
                    .isEqualTo(result.get("ruleId"));
            assertThat(result.at("/message/text").asText()).as("3.27.11").isNotEmpty();
            assertThat(Set.of("none", "note", "warning", "error"))
                    .contains(result.get("level").asText());
            if (!result.get("kind").asText().equals("fail")) {
                assertThat(result.get("level").asText()).as("3.27.10").isEqualTo("none");
            }
            assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName")
                            .asText())
                    .startsWith("Demo Cloud/");
        }
    }

    @Test
    void anAbortWithoutFindingsIsAnOpenResult() throws IOException {
        var open = new HashSet<String>();
        run().get("results").forEach(result -> {
            if (result.get("kind").asText().equals("open")) {
                open.add(result.get("ruleId").asText());
            }
        });

        assertThat(open).containsExactlyInAnyOrder("scs-0101-entropy-avail", "scs-0102-prop-os_distro");
    }

    private static JsonNode run() throws IOException {
        return log().at("/runs/0");
    }

    private static JsonNode log() throws IOException {
        return new ObjectMapper().readTree(GoldenTest.write(SampleReport.sample(), ReportFormat.SARIF));
    }
}
