package dev.allmende.status.impact;

/**
 * Something to be done about a case.
 *
 * @param after the case as it is then
 * @param why for those who run the cloud: may name probes and errors
 * @param suggestion a person has taken the incident over: only told, not done
 */
public record Decision(What what, Case after, String component, String why, boolean suggestion) {

    /** The kinds of it; each has a text for readers under its key. */
    public enum What {
        OPEN("open"),
        JOIN("join"),
        RAISE("raise"),
        LOWER("lower"),
        MONITOR("monitor"),
        RESUME("resume"),
        REOPEN("reopen"),
        CLOSE("close"),
        PUBLISH("publish");

        private final String key;

        What(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
