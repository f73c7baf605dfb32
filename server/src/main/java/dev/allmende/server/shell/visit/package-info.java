/** One request to the pages, and what is answered. */
@NullMarked
package dev.allmende.server.shell.visit;

import org.jspecify.annotations.NullMarked;
