package dev.allmende.server.shell.login;

import dev.allmende.apiserver.authn.User;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Somebody who is signed in. */
public final class Session {

    private final String key;
    private final User user;
    private final Instant since;
    private final BooleanSupplier stillGood;
    private final AtomicReference<String> notice = new AtomicReference<>("");
    private volatile Instant used;
    private volatile boolean closed;

    Session(String key, User user, Instant since, BooleanSupplier stillGood) {
        this.key = key;
        this.user = user;
        this.since = since;
        this.used = since;
        this.stillGood = stillGood;
    }

    /** A sum of the secret that the browser has; no secret itself. */
    public String key() {
        return key;
    }

    public User user() {
        return user;
    }

    Instant since() {
        return since;
    }

    Instant used() {
        return used;
    }

    void use(Instant now) {
        used = now;
    }

    void close() {
        closed = true;
    }

    /** Whether it was not closed and what it was opened with (an account, say) still holds. */
    boolean holds() {
        return !closed && stillGood.getAsBoolean();
    }

    /** What the next page is to say at its top. */
    public void leave(String text) {
        notice.set(text);
    }

    /** What was left; once. */
    public String takeNotice() {
        return notice.getAndSet("");
    }
}
