/** Status pages at the program's own port. */
@NullMarked
package dev.allmende.server.status;

import org.jspecify.annotations.NullMarked;
