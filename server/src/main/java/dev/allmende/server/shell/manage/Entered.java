package dev.allmende.server.shell.manage;

/** What stands in a form, right or wrong. */
sealed interface Entered permits Typed, Planned {

    /** The version of the object that was looked at; empty for a new one. */
    String version();

    /** What stands there is meant for another version: whoever saves it now has been told. */
    Entered seen(String other);
}
