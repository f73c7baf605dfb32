package dev.allmende.server.up;

import dev.allmende.server.place.Folders;
import dev.allmende.server.port.ListenOn;
import dev.allmende.server.shell.oidc.OidcSettings;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param names more names under which clients reach the server
 * @param demo whether a cloud is played when none is configured
 * @param rehearsal whether it ends by itself after the usual first requests
 * @param oidc whose users are let in besides
 * @param down the command that ends it
 */
record Wanted(
        Folders folders,
        ListenOn listen,
        List<String> names,
        boolean demo,
        boolean rehearsal,
        Optional<OidcSettings> oidc,
        String down) {
    Wanted {
        names = List.copyOf(names);
    }
}
