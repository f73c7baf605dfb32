/** Kinds of group {@code image.allmende.dev}. */
@NullMarked
package dev.allmende.api.image;

import org.jspecify.annotations.NullMarked;
