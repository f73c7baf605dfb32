package dev.allmende.server.log;

import java.io.PrintStream;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Takes over the process' logging (System.Logger, java.util.logging and what libraries bring there): one stream, one
 * format.
 */
public final class Logs {

    private Logs() {}

    /** Before anything logs: the first logger that is made chooses the manager. */
    public static void install(Format format, PrintStream to) {
        System.setProperty("java.util.logging.manager", UntilTheEnd.class.getName());
        LogManager.getLogManager().reset();
        var root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        root.addHandler(new Lines(formatter(format), to));
        UntilTheEnd.complete();
    }

    private static Formatter formatter(Format format) {
        return switch (format) {
            case TEXT -> new TextLines();
            case JSON -> new JsonLines();
        };
    }

    /** Each record is one write, so that lines of several threads do not mix. */
    private static final class Lines extends Handler {
        private final PrintStream to;

        Lines(Formatter formatter, PrintStream to) {
            this.to = to;
            setFormatter(formatter);
        }

        @Override
        public void publish(LogRecord line) {
            if (isLoggable(line)) {
                to.print(getFormatter().format(line));
                to.flush();
            }
        }

        @Override
        public void flush() {
            to.flush();
        }

        @Override
        public void close() {
            flush();
        }
    }
}
