/** Placement, as far as a client of a cloud looks at it. */
@NullMarked
package dev.allmende.devcloud.placement;

import org.jspecify.annotations.NullMarked;
