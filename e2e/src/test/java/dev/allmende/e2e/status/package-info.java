/** Status pages of the whole program, asked over its port. */
@NullMarked
package dev.allmende.e2e.status;

import org.jspecify.annotations.NullMarked;
