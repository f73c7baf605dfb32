package dev.allmende.devcloud.http;

/**
 * A request that a service refuses. The service's {@link Manners} turn it into the body that this service sends.
 */
public final class Refused extends RuntimeException {
    private final int status;
    private final String type;

    /** @param type the name of the fault where the service sends one (Neutron), else empty */
    public Refused(int status, String type, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
    }

    public static Refused badRequest(String message) {
        return new Refused(400, "", message);
    }

    public static Refused forbidden(String message) {
        return new Refused(403, "", message);
    }

    public static Refused notFound(String message) {
        return new Refused(404, "", message);
    }

    public static Refused conflict(String message) {
        return new Refused(409, "", message);
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
