package dev.allmende.server.up;

import dev.allmende.server.log.Format;
import dev.allmende.server.place.Folders;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param names more names under which clients reach the server
 */
record Wanted(Folders folders, ListenOn listen, List<String> names, Format format) {
    Wanted {
        names = List.copyOf(names);
    }
}
