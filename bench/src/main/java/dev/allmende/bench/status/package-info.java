/** What readers of a status page wait for. */
@NullMarked
package dev.allmende.bench.status;

import org.jspecify.annotations.NullMarked;
