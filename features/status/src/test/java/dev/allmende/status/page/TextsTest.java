package dev.allmende.status.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void allLanguagesSayTheSame() {
        assertThat(Texts.in("de").names()).isEqualTo(Texts.in("en").names());
    }
}
