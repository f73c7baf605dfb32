package dev.allmende.conformance.volume;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.conformance.snapshot.Observation;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.RecordedFacts;
import dev.allmende.conformance.testcase.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeCasesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[scs:encrypted, replicated] fast | PASS | PASS",
                "[scs:encrypted,replicated]       | PASS | PASS",
                "[scs: encrypted ]                | PASS | PASS",
                "[scs:]                           | PASS | PASS",
                "[scs:encrypted                   | PASS | PASS",
                "text [scs:replicated,encrypted]  | PASS | PASS",
                "[SCS:replicated,encrypted]       | PASS | PASS",
                "[scs:replicated, encrypted]      | FAIL | FAIL",
                "[scs:encrypted,encrypted]        | FAIL | FAIL",
                "[scs:encrypted,]                 | FAIL | FAIL",
                "[scs:encrypted, fast]            | FAIL | PASS",
                "''                               | PASS | PASS",
            })
    void readsTheListOfAspects(String description, Verdict upstream, Verdict strict) {
        facts(description).assertVerdicts("scs-0114-syntax-check", upstream, strict);
    }

    @Test
    void findsTypesByTheirAspects() {
        facts("plain", "[scs:encrypted] luks").assertVerdicts("scs-0114-encrypted-type", Verdict.PASS, Verdict.PASS);
        facts("plain", "[scs:encrypted] luks").assertVerdicts("scs-0114-replicated-type", Verdict.FAIL, Verdict.FAIL);
        facts().assertVerdicts("scs-0114-encrypted-type", Verdict.FAIL, Verdict.FAIL);
    }

    @Test
    void reportsEveryWrongType() {
        assertThat(facts("[scs:x]", "[scs:]", "[scs:y,b]")
                        .judge("scs-0114-syntax-check", Mode.UPSTREAM)
                        .findings())
                .hasSize(4);
    }

    @Test
    void abortsWithoutAnAnswer() {
        new RecordedFacts(VolumeCases.all())
                .notSeen("volume-types", Observation.Why.NO_SERVICE, "no block storage")
                .assertVerdicts("scs-0114-syntax-check", Verdict.ABORT, Verdict.ABORT);
    }

    private static RecordedFacts facts(String... descriptions) {
        var json = JsonNodeFactory.instance.objectNode();
        var types = json.putArray("volume_types");
        types.addObject().put("id", "d").put("name", "__DEFAULT__").putNull("description");
        for (var i = 0; i < descriptions.length; i++) {
            types.addObject().put("id", "t" + i).put("name", "type" + i).put("description", descriptions[i]);
        }
        return new RecordedFacts(VolumeCases.all()).seen("volume-types", RecordedFacts.answer(200, json.toString()));
    }
}
