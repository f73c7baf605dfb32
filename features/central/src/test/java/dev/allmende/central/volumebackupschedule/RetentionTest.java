package dev.allmende.central.volumebackupschedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.storage.VolumeBackupScheduleSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {

    private static String surplus(String shelf, VolumeBackupScheduleSpec.Retention rule) {
        var all = Shelf.of(shelf);
        return String.join(" ", Shelf.names(new Retention(all.copies()).surplus(rule, all.now())));
    }

    @ParameterizedTest
    @CsvSource({
        "F F F F,       2, F0 F1",
        "F F,           2, ''",
        "'',            2, ''",
        // a whole one stays as long as the last of its increments
        "F I I F I,     2, I2",
        "F I I F I,     3, ''",
        "F I F I,       2, I1",
        "F F I,         2, F0",
        "F F I,         1, F0",
        "F I I I,       1, ''",
        // what is going still stands on what is before it
        "F I d F I,     2, ''",
        "F I F I F,     1, I1 I3",
        // a failure counts for nothing, and the last is kept to be asked about
        "F F f F F,     2, F0 F1 F2",
        "F F F f,       2, F0",
        "F F f f,       2, F2",
        "F I i I,       1, I2",
        // what is on its way does not count before it is there, and stands on what is there
        "F F M,         1, F0",
        "F F F m,       1, F0 F1",
        "F I I m,       1, ''",
        "F I F I m,     1, I1",
        "P F F F,       1, F1 F2",
        "P I F F,       1, I1 F2"
    })
    void keepsTheLastGoodOnesAndWhatTheyStandOn(String shelf, int last, String surplus) {
        assertThat(surplus(shelf, new VolumeBackupScheduleSpec.Retention(last, null)))
                .isEqualTo(surplus);
    }

    @ParameterizedTest
    @CsvSource({
        "F F F F,    2d, F0 F1",
        "F F F F,    90d, ''",
        "F I F I,    25h, I1",
        // however old: the last good one is never given up
        "F F f f f f, 1d, F0 F2 F3 F4",
        "F F,        30m, F0"
    })
    void keepsWhatIsYoungAndTheLastGoodOne(String shelf, String age, String surplus) {
        assertThat(surplus(shelf, new VolumeBackupScheduleSpec.Retention(null, age)))
                .isEqualTo(surplus);
    }

    @Test
    void keepsWhatEitherRuleKeeps() {
        assertThat(surplus("F F F F", new VolumeBackupScheduleSpec.Retention(1, "50h")))
                .isEqualTo("F0");
        assertThat(surplus("F F F F", new VolumeBackupScheduleSpec.Retention(3, "1h")))
                .isEqualTo("F0");
    }

    @Test
    void withoutARuleOnlyOldFailuresGo() {
        assertThat(Shelf.names(new Retention(Shelf.of("F f F i f").copies())
                        .surplus(null, Shelf.BEGIN.plusSeconds(1_000_000_000))))
                .containsExactly("F1", "I3");
    }

    @Test
    void allGoFromTheLastIncrementOnButWhatSomebodyWants() {
        assertThat(Shelf.names(new Retention(Shelf.of("F I I P F I").copies()).all()))
                .containsExactly("I2", "I5");
        assertThat(Shelf.names(new Retention(Shelf.of("F P").copies()).all())).containsExactly("F0");
    }

    /** Every shelf of six, and every rule: what is kept can be restored. */
    @Test
    void neverTakesWhatAKeptIncrementStandsOn() {
        int shelves = 0;
        for (var shelf : Stream.iterate(List.of(""), words -> longer(words))
                .skip(6)
                .findFirst()
                .orElseThrow()) {
            for (int last = 1; last <= 4; last++) {
                whatIsLeftCanBeRestored(shelf, last);
            }
            shelves++;
        }
        assertThat(shelves).isEqualTo(729);
    }

    private static List<String> longer(List<String> shelves) {
        return shelves.stream()
                .flatMap(shelf -> Stream.of("F", "I", "i").map(word -> (shelf + " " + word).strip()))
                .toList();
    }

    private static void whatIsLeftCanBeRestored(String words, int last) {
        var shelf = Shelf.of(words);
        var gone =
                new Retention(shelf.copies()).surplus(new VolumeBackupScheduleSpec.Retention(last, null), shelf.now());
        for (int at = 0; at < shelf.copies().size(); at++) {
            if (gone.contains(shelf.copies().get(at)) || !words.split(" ", -1)[at].equals("I")) {
                continue;
            }
            for (int base = at - 1; base >= 0; base--) {
                var word = words.split(" ", -1)[base];
                if (!word.equals("i")) {
                    assertThat(gone)
                            .as("%s, keep %d: %d needs %d", words, last, at, base)
                            .doesNotContain(shelf.copies().get(base));
                }
                if (word.equals("F")) {
                    break;
                }
            }
        }
    }
}
