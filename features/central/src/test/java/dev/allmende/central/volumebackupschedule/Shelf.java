package dev.allmende.central.volumebackupschedule;

import dev.allmende.api.storage.VolumeBackupScheduleStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Backups in short: one word for each day, old ones first, such as {@code F I I f P}: whole (F), increment (I), the same when it
 * failed (f, i), in progress (M, m) or is being deleted (D, d), whole and kept by somebody (P).
 */
record Shelf(List<Copy> copies) {

    static final Instant BEGIN = Instant.parse("2026-11-01T03:00:00Z");

    static Shelf of(String words) {
        var copies = new ArrayList<Copy>();
        for (var word : words.isBlank() ? new String[0] : words.strip().split(" ", -1)) {
            copies.add(copy(word, copies.size()));
        }
        return new Shelf(List.copyOf(copies));
    }

    private static Copy copy(String word, int day) {
        var name = "%s%d".formatted(word, day);
        boolean isIncrement = List.of("I", "i", "m", "d").contains(word);
        var state = switch (word) {
            case "f", "i" -> State.FAILED;
            case "M", "m" -> State.IN_PROGRESS;
            case "D", "d" -> State.DELETING;
            default -> State.READY;
        };
        return new Copy(name, BEGIN.plus(Duration.ofDays(day)), isIncrement, state, word.equals("P"));
    }

    /** An hour after the last. */
    Instant now() {
        return BEGIN.plus(Duration.ofDays(Math.max(0, copies.size() - 1))).plus(Duration.ofHours(1));
    }

    static List<String> names(List<Copy> copies) {
        return copies.stream().map(copy -> copy.name().toUpperCase(Locale.ROOT)).toList();
    }
}
