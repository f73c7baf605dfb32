package dev.allmende.devcloud.http;

/** Sees the requests come and go: counts them, or lets the asker die at the worst moment. Called on the request's thread. */
public interface Witness {

    /**
     * A request.
     *
     * @param service name in the path, such as {@code network}; empty for S3
     * @param path below that, without the query
     * @param project of the token; empty without one
     */
    record Heard(String method, String service, String path, String project) {

        /** Whether it asks for a change. */
        public boolean isWrite() {
            return !method.equals("GET") && !method.equals("HEAD") && !path.endsWith("/auth/tokens");
        }
    }

    /** It came in; nothing has happened yet. */
    default void asked(Heard heard) {}

    /** It was done; its answer is about to be sent. */
    default void answered(Heard heard, int status) {}
}
