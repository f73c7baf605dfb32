package dev.allmende.server.shell.draft;

/**
 * A field of an object.
 *
 * @param help what the schema says of it
 * @param preset what the server writes where nothing is given; empty for nothing
 * @param isFixed whether it stays as it was made
 */
public record Property(String name, Shape shape, String help, boolean isRequired, String preset, boolean isFixed) {}
