/** Looks after incidents: whether what they name is there. */
@NullMarked
package dev.allmende.status.incident;

import org.jspecify.annotations.NullMarked;
