/** {@code allmende up}: one process with the API server, the controllers and the pages. */
@NullMarked
package dev.allmende.server.up;

import org.jspecify.annotations.NullMarked;
