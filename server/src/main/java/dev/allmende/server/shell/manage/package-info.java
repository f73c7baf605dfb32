/** The desk of a status page: forms for its incidents and its maintenance. */
@NullMarked
package dev.allmende.server.shell.manage;

import org.jspecify.annotations.NullMarked;
