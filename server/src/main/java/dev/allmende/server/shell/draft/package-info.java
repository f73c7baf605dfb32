/** Objects as forms: what the schema of a kind asks for, what a person typed, and the object that comes of it. */
@org.jspecify.annotations.NullMarked
package dev.allmende.server.shell.draft;
