package dev.allmende.cli.check;

import dev.allmende.conformance.run.Progress;
import dev.allmende.conformance.snapshot.Observation;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** One line at the foot of the terminal that says what is being waited for; nothing at all when nobody looks. */
final class ProgressLine implements Progress, AutoCloseable {

    private static final String CLEAR = "\r\033[K";

    private final PrintWriter err;
    private final int width;
    private final Style style;
    private final Map<String, String> waiting = new LinkedHashMap<>();
    private int finished;

    /** How much to say. */
    enum Style {
        SILENT,
        /** One line that is written over and over, for a terminal. */
        ONE_LINE,
        /** A line per event, for logs. */
        LINES
    }

    ProgressLine(PrintWriter err, int width, Style style) {
        this.err = err;
        this.width = width;
        this.style = style;
    }

    /** The same line for one of several clouds: what is asked carries the cloud's name. */
    Progress of(String cloud) {
        return new Progress() {
            @Override
            public void started(String input) {
                ProgressLine.this.started(cloud + " " + input);
            }

            @Override
            public void said(String input, String line) {
                ProgressLine.this.said(cloud + " " + input, line);
            }

            @Override
            public void finished(String input, Observation seen) {
                ProgressLine.this.finished(cloud + " " + input, seen);
            }
        };
    }

    @Override
    public synchronized void started(String input) {
        waiting.put(input, "");
        draw();
    }

    @Override
    public synchronized void said(String input, String line) {
        waiting.put(input, line);
        if (style == Style.LINES) {
            err.println(input + ": " + line);
        }
        draw();
    }

    @Override
    public synchronized void finished(String input, Observation seen) {
        waiting.remove(input);
        finished++;
        draw();
        if (style != Style.LINES) {
            return;
        }
        var outcome = switch (seen) {
            case Observation.Seen _ -> "seen";
            case Observation.NotSeen notSeen -> "not seen: " + notSeen.why();
        };
        err.println(input + ": " + outcome + " (" + seen.took().toMillis() + " ms)");
    }

    /** Takes the line away while other things are written, and keeps it away until then. */
    synchronized <T> T aside(Callable<T> writing) throws Exception {
        close();
        return writing.call();
    }

    private void draw() {
        if (style != Style.ONE_LINE) {
            return;
        }
        var text = new StringBuilder("asked " + finished + " of " + (finished + waiting.size()));
        waiting.forEach((input, said) -> text.append(text.indexOf(":") < 0 ? ": " : ", ")
                .append(said.isEmpty() ? input : input + " (" + said + ")"));
        var line = text.length() > width - 1 ? text.substring(0, width - 4) + "..." : text.toString();
        err.print(CLEAR + line);
        err.flush();
    }

    @Override
    public synchronized void close() {
        if (style == Style.ONE_LINE) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
