package dev.allmende.apiserver.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs a script line by line. */
final class Run {

    private static final boolean TIMES = Boolean.getBoolean("peers.times");

    private Run() {}

    /**
     * The answers to all lines but the quiet ones, in order.
     *
     * @throws IOException when a quiet line fails
     */
    static Transcript of(List<Step> script, Shell shell) throws IOException, InterruptedException {
        var entries = new ArrayList<Transcript.Entry>();
        for (var step : script) {
            long begin = System.nanoTime();
            var outcome = shell.run(step.command());
            if (TIMES) {
                System.out.printf("%6d ms  %s%n", (System.nanoTime() - begin) / 1_000_000, step.command());
            }
            if (step.mode() == Step.Mode.QUIET) {
                if (outcome.exit() != 0) {
                    throw new IOException("exit " + outcome.exit() + ": " + step.command() + "\n" + outcome.output());
                }
            } else {
                entries.add(Transcript.entry(step.command(), outcome.output(), outcome.exit()));
            }
        }
        return new Transcript(entries);
    }
}
