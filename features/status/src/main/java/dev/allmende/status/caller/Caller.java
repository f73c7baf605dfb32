package dev.allmende.status.caller;

import java.util.List;

/**
 * Somebody who has proved who they are.
 *
 * @param name of the user, as Kubernetes knows it
 * @param proof how it was proved: browsers send a cookie by themselves, whoever's page asks them to
 */
public record Caller(String name, List<String> groups, Proof proof) {

    /** How somebody proves who they are. */
    public enum Proof {
        TOKEN,
        COOKIE
    }

    public Caller {
        groups = List.copyOf(groups);
    }
}
