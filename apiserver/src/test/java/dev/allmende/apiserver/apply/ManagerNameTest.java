package dev.allmende.apiserver.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ManagerNameTest {

    @Test
    void isTheFieldManagerWhereThereIsOne() {
        assertThat(ManagerName.of("helm", "kubectl/v1.35")).isEqualTo("helm");
    }

    @Test
    void isWhatTheUserAgentBeginsWith() {
        assertThat(ManagerName.of("", "kubectl/v1.35.2 (linux/amd64)")).isEqualTo("kubectl");
        assertThat(ManagerName.of("", "okhttp")).isEqualTo("okhttp");
        assertThat(ManagerName.of("", "")).isEmpty();
    }

    @Test
    void leavesOutWhatCannotBePrintedAndEndsAfter128Bytes() {
        assertThat(ManagerName.of("", "a\u0000b\u00a0c d\u200be/1")).isEqualTo("abc de");
        assertThat(ManagerName.of("", "x".repeat(200))).hasSize(128);
        assertThat(ManagerName.of("", "\u00e4".repeat(100))).hasSize(64);
    }
}
