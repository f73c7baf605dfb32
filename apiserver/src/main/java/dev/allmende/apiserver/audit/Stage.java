package dev.allmende.apiserver.audit;

/** When in the life of a request an event is written (audit.k8s.io/v1 Stage). */
public enum Stage {
    REQUEST_RECEIVED("RequestReceived"),
    /** Only for what takes long, such as a watch: the head of the answer has been sent. */
    RESPONSE_STARTED("ResponseStarted"),
    RESPONSE_COMPLETE("ResponseComplete"),
    PANIC("Panic");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
