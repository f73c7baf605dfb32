package dev.allmende.server.shell.live;

/** What a followed kind has to say to a page. */
sealed interface Message {

    /** A row that is new, or has changed. */
    record Row(String table, String id, String html, long version) implements Message {}

    /** A row that is no more. */
    record Drop(String table, String id, long version) implements Message {}

    /** The page's object, or an event about it, has changed. */
    record Changed(long version) implements Message {}

    /** The page's object is deleted. */
    record Gone() implements Message {}

    /** Nothing, up to this version. */
    record Seen(long version) implements Message {}

    /** A watch has ended in good order: the browser comes again. */
    record Ended() implements Message {}

    /** The page has missed something and must be loaded again. */
    record Stale() implements Message {}
}
