package dev.allmende.conformance.domainmanager;

/**
 * What came of one thing a domain manager tried.
 *
 * @param what for people: {@code create a user in another domain}
 * @param mustWork whether the standard gives or denies it
 * @param status of the answer
 * @param happened whether it had its effect: for a change as the administrator saw it afterwards, for a question whether
 *     what was asked for was in the answer
 */
record Attempt(String what, boolean mustWork, int status, boolean happened) {

    boolean right() {
        return mustWork == happened;
    }

    /** Neither an effect nor a refusal that could be told from a failure of the cloud. */
    boolean undecided() {
        return !happened && status >= 500;
    }
}
