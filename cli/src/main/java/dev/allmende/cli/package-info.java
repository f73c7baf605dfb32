/** The command line: parses, calls a room, prints, exits. No decisions. */
@NullMarked
package dev.allmende.cli;

import org.jspecify.annotations.NullMarked;
