package dev.allmende.status.maintenance;

/** A plan that no calendar has. The message is one line that names the field and the remedy. */
public final class InvalidPlan extends Exception {

    InvalidPlan(String message) {
        super(message);
    }
}
