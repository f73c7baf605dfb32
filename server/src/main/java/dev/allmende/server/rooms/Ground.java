package dev.allmende.server.rooms;

import dev.allmende.server.place.Folders;
import dev.allmende.server.shell.Issuers;
import dev.allmende.server.status.StatusPages;
import java.time.Clock;
import java.util.Map;

/**
 * What parts of the program may build on.
 *
 * @param env environment variables of the process
 * @param issuers whose users are let in besides local ones
 * @param statusPages opened by the controllers, which have what they show in memory
 */
public record Ground(Folders folders, Map<String, String> env, Clock clock, Issuers issuers, StatusPages statusPages) {}
