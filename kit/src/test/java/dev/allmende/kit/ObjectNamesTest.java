package dev.allmende.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectNamesTest {

    @ParameterizedTest
    @CsvSource({
        "public, public",
        "SCS-2V:4:20s, scs-2v-4-20s",
        "Ubuntu 24.04, ubuntu-24.04",
        "ext_net (Köln), ext-net-k-ln",
        "v1..2-.x-, v1.2.x",
        "'--', ''"
    })
    void areWhatKubernetesTakes(String name, String wanted) {
        assertThat(ObjectNames.plain(name)).isEqualTo(wanted);
    }

    @Test
    void aTakenNameGetsABitOfTheIdentifier() {
        assertThat(ObjectNames.of("Public", "0f3e2d1c-aaaa", Set.of("public"))).isEqualTo("public-0f3e2d1c");
    }

    @Test
    void aNameOfWhichNothingCanStayIsTheIdentifier() {
        assertThat(ObjectNames.of("日本", "0f3e2d1c-aaaa", Set.of())).isEqualTo("0f3e2d1c-aaaa");
    }

    @Test
    void aLongNameIsCut() {
        assertThat(ObjectNames.plain("a".repeat(99) + "-" + "b".repeat(99))).isEqualTo("a".repeat(99));
    }
}
