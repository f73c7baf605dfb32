package dev.allmende.cli;

import java.nio.file.Path;
import java.util.Map;

/** Where Allmende keeps what must outlive a process (XDG Base Directory Specification 0.8, XDG_STATE_HOME). */
public final class StateFolder {

    private StateFolder() {}

    /** Journals of runs: what each created and removed. */
    public static Path runs(Map<String, String> env) {
        return base(env).resolve("runs");
    }

    /** Logins at issuers: their tokens. */
    public static Path logins(Map<String, String> env) {
        return base(env).resolve("logins");
    }

    private static Path base(Map<String, String> env) {
        var state = env.getOrDefault("XDG_STATE_HOME", "");
        var base = state.startsWith("/")
                ? Path.of(state)
                : Path.of(env.getOrDefault("HOME", System.getProperty("user.home")), ".local", "state");
        return base.resolve("allmende");
    }
}
