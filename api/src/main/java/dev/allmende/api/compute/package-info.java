/** Kinds of group {@code compute.allmende.dev}. */
@NullMarked
package dev.allmende.api.compute;

import org.jspecify.annotations.NullMarked;
