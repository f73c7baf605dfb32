package dev.allmende.server.up;

import dev.allmende.server.place.Folders;
import dev.allmende.server.port.ListenOn;
import dev.allmende.server.shell.Issuers;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param names more names under which clients reach the server
 * @param demo whether a cloud is played when none is configured
 * @param rehearsal whether it ends by itself after the usual first requests
 * @param issuers whose users are let in besides
 * @param down the command that ends it
 */
record Wanted(
        Folders folders,
        ListenOn listen,
        List<String> names,
        boolean demo,
        boolean rehearsal,
        Issuers issuers,
        String down) {
    Wanted {
        names = List.copyOf(names);
    }
}
