package dev.allmende.apiserver.peers;

import java.util.List;
import java.util.regex.Pattern;

/** Takes out of a client's output what no two runs have in common. */
final class Alike {

    private record Rule(Pattern pattern, String replacement) {
        static Rule of(String pattern, String replacement) {
            return new Rule(Pattern.compile(pattern, Pattern.MULTILINE), replacement);
        }
    }

    private static final String DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
    private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
    private static final String CLOCK = "\\d\\d:\\d\\d:\\d\\d";

    private static final List<Rule> RULES = List.of(
            Rule.of("https://(?:127\\.0\\.0\\.1|localhost):\\d+", "https://<server>"),
            Rule.of("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<uid>"),
            Rule.of("\\d{4}-\\d\\d-\\d\\d[T ]" + CLOCK + "(?:\\.\\d+)?(?:Z| \\+0000(?: UTC)?)", "<time>"),
            Rule.of(DAY + ", \\d\\d " + MONTH + " \\d{4} " + CLOCK + " \\+0000", "<time>"),
            Rule.of(DAY + " " + MONTH + " +\\d+ " + CLOCK + " \\d{4}", "<time>"),
            Rule.of("(?i)(resource ?version\"?[:=] *\"?)\\d+", "$1<rv>"),
            // Ages fill a column of a table; the blanks after them depend on their length.
            Rule.of(
                    "(?<=^|\\s{2}|over )(?:\\d+[smhd]){1,2}(?: \\(x(\\d+) over (?:\\d+[smhd]){1,2}\\))?(?:$|\\s{2,}|(?=\\)))",
                    "<age>   "),
            Rule.of("AGE {3,}", "AGE   "),
            // helm's times have as many digits as they need
            Rule.of("(UPDATED|<time>) +\t", "$1\t"),
            // what clients log comes when it comes
            Rule.of("^[IWE]\\d{4} .*\n", ""),
            Rule.of("(LIVE|MERGED)-\\d+", "$1-<random>"),
            Rule.of("kubectl-edit-\\d+", "kubectl-edit-<random>"),
            Rule.of("[ \t]+$", ""));

    private Alike() {}

    static String of(String output) {
        var text = output;
        for (var rule : RULES) {
            text = rule.pattern().matcher(text).replaceAll(rule.replacement());
        }
        return text;
    }
}
