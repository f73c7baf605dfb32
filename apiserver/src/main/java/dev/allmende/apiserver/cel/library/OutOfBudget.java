package dev.allmende.apiserver.cel.library;

/**
 * Ends an evaluation that costs too much. An Error, since CEL's logical operators and loops take exceptions for values and
 * would go on.
 */
public final class OutOfBudget extends Error {
    public OutOfBudget() {
        super("operation cancelled: actual cost limit exceeded", null, false, false);
    }
}
