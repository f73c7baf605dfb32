/** Kind Router. */
@NullMarked
package dev.allmende.central.router;

import org.jspecify.annotations.NullMarked;
