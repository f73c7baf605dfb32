package dev.allmende.conformance.entropy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a test server wrote on its console about its randomness. Our user data begins each of its lines with
 * {@code allmende:<key> <value>}; whatever else stands on the console is left alone.
 *
 * @param entropyAvail text of {@code /proc/sys/kernel/random/entropy_avail}
 * @param fips how many blocks failed, of how many tested
 * @param rngdInstalled whether the program is there
 * @param rngdRunning whether the process is there
 * @param hwrng names of hardware random number generators the kernel sees
 * @param kernelRelease {@code uname -r}
 */
public record ConsoleFacts(
        Optional<String> entropyAvail,
        Optional<FipsCount> fips,
        Optional<Boolean> rngdInstalled,
        Optional<Boolean> rngdRunning,
        List<String> hwrng,
        Optional<String> kernelRelease) {

    /** Starts each line of ours. */
    public static final String MARKER = "allmende:";

    // A serial console may put other output before the marker on the same line, for example a login prompt.
    private static final Pattern LINE = Pattern.compile("allmende:([a-z0-9-]+)[ \\t]*([^\\r\\n]*)");
    // Kernel messages and colours that slip into our lines.
    private static final Pattern CONTROL = Pattern.compile("\\u001b\\[[0-9;?]*[A-Za-z]|[\\p{Cntrl}&&[^\\r\\n\\t]]");
    private static final Pattern FAILURES = Pattern.compile("failures:\\s*(\\d{1,9})(?: \\(of (\\d{1,9}) blocks)?");

    /** What rngtest is asked for, and what the standard's limit is about. */
    static final int RNGTEST_BLOCKS = 1000;

    /** Failed blocks, of how many. */
    public record FipsCount(int failures, int blocks) {}

    public ConsoleFacts {
        hwrng = List.copyOf(hwrng);
    }

    /** Whether our user data has run to its end. */
    public static boolean isComplete(String console) {
        return lines(console).stream().anyMatch(line -> line.key.equals("end"));
    }

    /** Reads a console, also a cut off one. */
    public static ConsoleFacts parse(String console) {
        var lines = lines(console);
        return new ConsoleFacts(
                first(lines, "entropy-avail"),
                lines.stream()
                        .filter(line -> line.key.equals("rngtest"))
                        .flatMap(line -> FAILURES.matcher(line.value).results())
                        .map(ConsoleFacts::count)
                        .findFirst(),
                first(lines, "rngd-installed").flatMap(ConsoleFacts::yesOrNo),
                first(lines, "rngd-running").flatMap(ConsoleFacts::yesOrNo),
                values(lines, "hwrng"),
                first(lines, "kernel"));
    }

    private static FipsCount count(MatchResult match) {
        var blocks = match.group(2);
        return new FipsCount(
                Integer.parseInt(match.group(1)), blocks == null ? RNGTEST_BLOCKS : Integer.parseInt(blocks));
    }

    private static Optional<Boolean> yesOrNo(String text) {
        return switch (text) {
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<String> first(List<Line> lines, String key) {
        return values(lines, key).stream().findFirst();
    }

    private static List<String> values(List<Line> lines, String key) {
        return lines.stream()
                .filter(line -> line.key.equals(key) && !line.value.isEmpty())
                .map(Line::value)
                .toList();
    }

    private static List<Line> lines(String console) {
        var lines = new ArrayList<Line>();
        var matcher = LINE.matcher(CONTROL.matcher(console).replaceAll(""));
        while (matcher.find()) {
            lines.add(new Line(matcher.group(1), matcher.group(2).strip()));
        }
        return lines;
    }

    private record Line(String key, String value) {}
}
