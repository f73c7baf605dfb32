package dev.allmende.central.identity;

/** Names of the API group. */
public final class Identity {

    public static final String GROUP = "identity.allmende.dev";
    public static final String VERSION = "v1alpha1";

    private Identity() {}
}
