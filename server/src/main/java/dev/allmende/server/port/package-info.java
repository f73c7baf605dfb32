/** Where the server listens, and who does already. */
@NullMarked
package dev.allmende.server.port;

import org.jspecify.annotations.NullMarked;
