package dev.allmende.apiserver.limit;

/** Whose requests wait for whose. Each level has places of its own, so that none starves another. */
public enum Level {
    /** Administrators and health probes never wait. */
    EXEMPT,
    /** Leases, and the controllers that keep everything going. */
    SYSTEM,
    /** Everybody else. */
    WORKLOAD
}
