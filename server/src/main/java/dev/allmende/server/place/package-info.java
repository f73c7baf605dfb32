/** Where a server's state lies, and which process serves it. */
@NullMarked
package dev.allmende.server.place;

import org.jspecify.annotations.NullMarked;
