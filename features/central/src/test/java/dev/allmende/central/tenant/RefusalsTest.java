package dev.allmende.central.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.Reason;
import dev.allmende.kit.Outcome;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.OpenStackException.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, TRANSIENT_ERROR",
        "CONFLICT, CONFLICT",
        "QUOTA, QUOTA_EXCEEDED",
        "NOT_FOUND, WAITING_FOR",
        "CREDENTIAL, UNAUTHORIZED",
        "FORBIDDEN, UNAUTHORIZED"
    })
    void whatMayEndWithoutAChangeOfTheSpecIsTriedAgain(Kind kind, Reason reason) {
        assertThat(Refusals.outcome(new OpenStackException(kind, "no"), "seen"))
                .isEqualTo(new Outcome.Retry<>("seen", reason, "no"));
    }

    @ParameterizedTest
    @CsvSource({"REFUSED", "MISSING_SERVICE"})
    void whatIsWrongInItselfWaitsForAnotherSpec(Kind kind) {
        assertThat(Refusals.outcome(new OpenStackException(kind, "no"), "seen"))
                .isEqualTo(new Outcome.Stuck<>("seen", Reason.INVALID_SPEC, "no"));
    }
}
