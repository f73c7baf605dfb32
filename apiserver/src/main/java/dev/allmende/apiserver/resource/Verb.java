package dev.allmende.apiserver.resource;

import java.util.Locale;

/** What can be asked of a resource, in the words of discovery, RBAC and the audit log. */
public enum Verb {
    CREATE,
    DELETE,
    DELETECOLLECTION,
    GET,
    LIST,
    PATCH,
    UPDATE,
    WATCH;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
