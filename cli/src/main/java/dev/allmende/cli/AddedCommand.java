package dev.allmende.cli;

import java.util.function.Function;

/**
 * A command that another room adds to the program.
 *
 * @param type carries picocli's annotations
 * @param make makes one, given the streams of the process
 */
public record AddedCommand(String name, Class<?> type, Function<Terminal, Object> make) {}
