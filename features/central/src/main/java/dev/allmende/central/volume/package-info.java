/** Kind Volume. */
@NullMarked
package dev.allmende.central.volume;

import org.jspecify.annotations.NullMarked;
