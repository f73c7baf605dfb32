package dev.allmende.server.rooms;

import dev.allmende.server.place.Folders;
import dev.allmende.server.shell.oidc.OidcSettings;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What parts of the program may build on.
 *
 * @param env environment variables of the process
 * @param oidc whose users are let in besides local ones
 */
public record Ground(Folders folders, Map<String, String> env, Clock clock, Optional<OidcSettings> oidc) {}
