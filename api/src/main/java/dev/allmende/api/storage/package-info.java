/** Kinds of group {@code storage.allmende.dev}. */
@NullMarked
package dev.allmende.api.storage;

import org.jspecify.annotations.NullMarked;
