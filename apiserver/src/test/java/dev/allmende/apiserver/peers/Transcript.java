package dev.allmende.apiserver.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What the commands of a script answered, as text that people read: {@code $ command}, its output, {@code [exit]}. */
record Transcript(List<Entry> entries) {

    /** @param answer output made alike, and the exit code unless that is 0 */
    record Entry(String command, String answer) {

        @Override
        public String toString() {
            return "$ " + command + "\n" + answer;
        }
    }

    static final Transcript EMPTY = new Transcript(List.of());

    static Entry entry(String command, String output, int exit) {
        var alike = Alike.of(output);
        var end = alike.isEmpty() || alike.endsWith("\n") ? "" : "\n";
        return new Entry(command, alike + end + (exit == 0 ? "" : "[exit " + exit + "]\n"));
    }

    /** Reads what {@link #toString} wrote. */
    static Transcript parse(String text) {
        var entries = new ArrayList<Entry>();
        for (var block : text.split("(?m)^(?=\\$ )")) {
            if (!block.isBlank()) {
                int end = block.indexOf('\n');
                entries.add(new Entry(
                        block.substring(2, end),
                        block.substring(end + 1).replaceAll("\n\n$", "\n").replaceAll("^\n$", "")));
            }
        }
        return new Transcript(entries);
    }

    List<String> commands() {
        return entries.stream().map(Entry::command).toList();
    }

    /** The answers to those lines of the script that are chosen. */
    Transcript where(List<Step> script, Predicate<Step> chosen) {
        var shown =
                script.stream().filter(step -> step.mode() != Step.Mode.QUIET).toList();
        if (shown.size() != entries.size()) {
            return this;
        }
        return new Transcript(IntStream.range(0, shown.size())
                .filter(i -> chosen.test(shown.get(i)))
                .mapToObj(entries::get)
                .toList());
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        entries.forEach(entry -> text.append(entry).append('\n'));
        return text.toString();
    }
}
