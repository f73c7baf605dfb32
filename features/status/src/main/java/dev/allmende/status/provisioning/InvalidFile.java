package dev.allmende.status.provisioning;

/** That a file is no provisioning file. The message is one line that names the place in it. */
public final class InvalidFile extends Exception {

    InvalidFile(String place, String detail) {
        super(place.isEmpty() ? detail : place + ": " + detail);
    }
}
