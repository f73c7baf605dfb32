package dev.allmende.server.log;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What the Kubernetes client would say and nobody needs. */
public final class Quiet {

    /** Kept here, since the JDK forgets the level of a logger that nobody holds. */
    private static final Logger VERSIONS =
            Logger.getLogger("io.fabric8.kubernetes.client.dsl.internal.VersionUsageUtils");

    private Quiet() {}

    /** It warns of every kind whose version is not yet v1. */
    public static void aboutVersions() {
        VERSIONS.setLevel(Level.SEVERE);
    }
}
