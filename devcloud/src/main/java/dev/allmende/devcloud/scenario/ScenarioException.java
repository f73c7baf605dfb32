package dev.allmende.devcloud.scenario;

/** A scenario that cannot be read: the message names file, line, column and what is wanted there. */
public final class ScenarioException extends RuntimeException {
    public ScenarioException(String message) {
        super(message);
    }
}
