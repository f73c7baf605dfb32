package dev.allmende.server.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Lines for people; times are UTC. */
final class TextLines extends Formatter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Override
    public String format(LogRecord line) {
        return TIME.format(line.getInstant()) + " " + level(line.getLevel()) + oneLine(formatMessage(line))
                + trace(line) + "\n";
    }

    private static String level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR ";
        }
        return level.intValue() >= Level.WARNING.intValue() ? "WARN " : "";
    }

    /** Text from a client must not look like a line of ours. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n\\u001b]+", " ");
    }

    private static String trace(LogRecord line) {
        var thrown = line.getThrown();
        if (thrown == null) {
            return "";
        }
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return "\n" + text.toString().stripTrailing();
    }
}
