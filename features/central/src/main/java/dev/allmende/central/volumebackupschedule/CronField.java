package dev.allmende.central.volumebackupschedule;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One field of a cron expression. Pure.
 *
 * @param open whether it begins with a star: then it does not count as saying a day
 */
record CronField(BitSet numbers, boolean open) {

    /**
     * @param what for people
     * @param first number of the first name
     * @throws IllegalArgumentException that says what is wrong with it
     */
    static CronField of(String what, String text, int min, int max, int first, List<String> names) {
        var reader = new Reader(what, text, min, max, first, names);
        var numbers = new BitSet();
        for (var part : text.split(",", -1)) {
            reader.read(part, numbers);
        }
        return new CronField(numbers, text.startsWith("*"));
    }

    boolean has(int number) {
        return numbers.get(number);
    }

    boolean isOpen() {
        return open;
    }

    IntStream values() {
        return numbers.stream();
    }

    private record Reader(String what, String text, int min, int max, int first, List<String> names) {

        void read(String part, BitSet into) {
            var halves = part.split("/", -1);
            boolean isStepped = halves.length == 2;
            if (halves.length > 2) {
                throw wrong(part);
            }
            var ends = halves[0].split("-", -1);
            boolean isStar = halves[0].equals("*");
            // a step needs a range: what 5/10 means differs from one cron to the other
            if (ends.length > 2 || (isStepped && ends.length == 1 && !isStar)) {
                throw wrong(part);
            }
            int from = isStar ? min : number(ends[0]);
            int to = isStar ? max : number(ends[ends.length - 1]);
            int step = isStepped ? digits(halves[1]) : 1;
            if (from > to || step < 1) {
                throw wrong(part);
            }
            IntStream.iterate(from, value -> value <= to, value -> value + step).forEach(into::set);
        }

        private int number(String word) {
            int name = names.indexOf(word.toLowerCase(Locale.ROOT));
            int number = name < 0 ? digits(word) : name + first;
            if (number < min || number > max) {
                throw wrong(word);
            }
            return number;
        }

        private int digits(String word) {
            if (!word.matches("[0-9]{1,3}")) {
                throw wrong(word);
            }
            return Integer.parseInt(word);
        }

        private IllegalArgumentException wrong(String part) {
            return new IllegalArgumentException(
                    "'%s' in %s '%s': numbers are %d to %d".formatted(part, what, text, min, max));
        }
    }
}
