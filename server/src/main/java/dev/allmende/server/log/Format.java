package dev.allmende.server.log;

/** How log lines look. */
public enum Format {
    /** For people: time, level where it matters, message. */
    TEXT,
    /** One JSON object a line: time, level, logger, message, and error with its trace. */
    JSON
}
