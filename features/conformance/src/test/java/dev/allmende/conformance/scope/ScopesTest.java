package dev.allmende.conformance.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ScopesTest {

    @Test
    void knowsTheTestCasesOfEachVersion() {
        var iaas = Scopes.builtin("iaas");

        assertThat(iaas.testCases()).hasSize(91);
        assertThat(iaas.inNoVersion()).hasSize(33);
        assertThat(iaas.version("v5.1").orElseThrow().target("main")).hasSize(54);
        assertThat(iaas.version("next").orElseThrow().target("main")).hasSize(55);
        assertThat(iaas.version("v4").orElseThrow().target("main")).hasSize(39);
        assertThat(iaas.version("v3").orElseThrow().target("main")).hasSize(16);
        assertThat(Scopes.builtin("kaas").testCases()).hasSize(4);
    }

    @Test
    void knowsWhichVersionCountsToday() {
        var iaas = Scopes.builtin("iaas");

        assertThat(iaas.validity("v5.1", LocalDate.of(2026, 11, 24))).isEqualTo(Validity.EFFECTIVE);
        assertThat(iaas.listedOn(LocalDate.of(2026, 11, 24)))
                .extracting(ScopeVersion::name)
                .containsExactly("next", "v5.1");
    }

    @Test
    void namesTheScopesItHasWhenAskedForAnother() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scopes.builtin("paas"))
                .withMessage("unknown scope 'paas'; built in are: iaas, kaas");
    }
}
