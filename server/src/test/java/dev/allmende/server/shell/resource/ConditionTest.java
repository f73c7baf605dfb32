package dev.allmende.server.shell.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConditionTest {

    ConditionTest() {}

    @ParameterizedTest
    @CsvSource({
        "Ready, True, GOOD",
        "Ready, False, BAD",
        "Ready, Unknown, WAITING",
        "DiskPressure, True, BAD",
        "DiskPressure, False, GOOD",
        "Progressing, True, WAITING",
        "Progressing, False, PLAIN",
        "NamespaceDeletionContentFailure, False, GOOD",
        "NamesAccepted, True, GOOD",
        "Anything, maybe, WAITING"
    })
    void aConditionsToneComesFromItsTypeAndStatus(String type, String status, Condition.Tone tone) {
        var condition = new Condition(type, status, "Why", "", new Moment("", ""));
        assertThat(condition.tone()).isEqualTo(tone);
        assertThat(condition.brief()).isEqualTo(tone == Condition.Tone.GOOD ? status : "Why");
    }
}
