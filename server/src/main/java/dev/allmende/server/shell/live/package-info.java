/** Pages that stay true: watches of the API as server-sent events. */
@NullMarked
package dev.allmende.server.shell.live;

import org.jspecify.annotations.NullMarked;
