package dev.allmende.server.rooms;

import dev.allmende.server.place.Folders;
import java.time.Clock;
import java.util.Map;

/**
 * What parts of the program may build on.
 *
 * @param env environment variables of the process
 */
public record Ground(Folders folders, Map<String, String> env, Clock clock) {}
