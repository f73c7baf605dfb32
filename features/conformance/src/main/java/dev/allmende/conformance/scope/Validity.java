package dev.allmende.conformance.scope;

import java.util.Locale;

/** What a version of a scope is good for on a date (scs-0003-v1). */
public enum Validity {
    /** Certificates are given. */
    EFFECTIVE,
    /** Certificates are given, but the version will soon end. */
    WARN,
    /** For trying out. */
    DRAFT,
    /** Over. Also the state of every version that a timeline does not list. */
    DEPRECATED;

    /** Whether certificates are given for it. */
    public boolean certifies() {
        return this == EFFECTIVE || this == WARN;
    }

    /** The word in scope files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
