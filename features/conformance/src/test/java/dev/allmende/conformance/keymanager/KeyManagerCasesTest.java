package dev.allmende.conformance.keymanager;

import static dev.allmende.conformance.testcase.RecordedFacts.answer;
import static dev.allmende.conformance.testcase.Verdict.ABORT;
import static dev.allmende.conformance.testcase.Verdict.FAIL;
import static dev.allmende.conformance.testcase.Verdict.PASS;

import dev.allmende.conformance.snapshot.Observation;
import dev.allmende.conformance.testcase.RecordedFacts;
import org.junit.jupiter.api.Test;

class KeyManagerCasesTest {

    private static final String ID = "scs-0116-permissions";
    private static final String CREATED = "{\"secret_ref\":\"http://h:9311/v1/secrets/s1\"}";
    private static final String LIST = "{\"secrets\":[{\"secret_ref\":\"http://other/v1/secrets/s1\"}],\"total\":1}";

    @Test
    void aMemberCanStoreFindAndDeleteASecret() {
        trip(201, 200, LIST, 204).assertVerdicts(ID, PASS, PASS);
    }

    @Test
    void aForbiddenStepIsAFailure() {
        member().seen("key-manager-secret", answer(403, "{}")).assertVerdicts(ID, FAIL, FAIL);
        trip(201, 403, "{}", 204).assertVerdicts(ID, FAIL, FAIL);
        trip(201, 200, LIST, 403).assertVerdicts(ID, FAIL, FAIL);
        trip(201, 200, "{\"secrets\":[]}", 204).assertVerdicts(ID, FAIL, FAIL);
    }

    @Test
    void anyOtherTroubleLeavesItOpen() {
        member().seen("key-manager-secret", answer(500, "")).assertVerdicts(ID, ABORT, ABORT);
        trip(201, 200, LIST, 404).assertVerdicts(ID, PASS, ABORT);
        member().notSeen("key-manager-secret", Observation.Why.READ_ONLY, "read-only")
                .assertVerdicts(ID, ABORT, ABORT);
    }

    @Test
    void aCloudWithoutAKeyManagerHasNothingToTry() {
        facts("\"member\"", "").assertVerdicts(ID, PASS, PASS);
        facts("\"member\"", "").assertVerdicts("scs-0116-presence", FAIL, FAIL);
        member().assertVerdicts("scs-0116-presence", PASS, PASS);
    }

    @Test
    void aLoginThatMayMoreOrLessProvesNothing() {
        facts("\"member\",\"admin\"", "").assertVerdicts(ID, ABORT, ABORT);
        facts("\"member\",\"manager\"", "").assertVerdicts(ID, ABORT, ABORT);
        facts("\"reader\"", "").assertVerdicts(ID, ABORT, ABORT);
    }

    private static RecordedFacts trip(int create, int list, String found, int delete) {
        return member().seen("key-manager-secret", answer(create, CREATED), answer(list, found), answer(delete, ""));
    }

    private static RecordedFacts member() {
        return facts("\"member\"", "{\"type\":\"key-manager\",\"name\":\"barbican\",\"endpoints\":[]}");
    }

    private static RecordedFacts facts(String roles, String catalog) {
        return new RecordedFacts(KeyManagerCases.all())
                .seen(
                        "token",
                        answer(0, "{\"region\":\"\",\"roles\":[%s],\"catalog\":[%s]}".formatted(roles, catalog)));
    }
}
