package dev.allmende.server.log;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** One JSON object a line, with the fields time (RFC 3339), level, logger, message, error. */
final class JsonLines extends Formatter {

    @Override
    public String format(LogRecord line) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("time", line.getInstant().toString())
                .put("level", level(line.getLevel()))
                .put("logger", String.valueOf(line.getLoggerName()))
                .put("message", formatMessage(line));
        if (line.getThrown() != null) {
            var trace = new StringWriter();
            line.getThrown().printStackTrace(new PrintWriter(trace));
            json.put("error", trace.toString());
        }
        return json + "\n";
    }

    private static String level(Level level) {
        return level.equals(Level.SEVERE) ? "error" : level.getName().toLowerCase(Locale.ROOT);
    }
}
