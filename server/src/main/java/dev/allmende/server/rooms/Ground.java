package dev.allmende.server.rooms;

import dev.allmende.server.place.Folders;
import dev.allmende.server.shell.oidc.OidcSettings;
import dev.allmende.server.status.StatusPages;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What parts of the program may build on.
 *
 * @param env environment variables of the process
 * @param oidc whose users are let in besides local ones
 * @param statusPages opened by the controllers, which have what they show in memory
 */
public record Ground(
        Folders folders, Map<String, String> env, Clock clock, Optional<OidcSettings> oidc, StatusPages statusPages) {}
