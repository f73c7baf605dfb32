/** Kinds of group {@code network.allmende.dev}. */
@NullMarked
package dev.allmende.api.network;

import org.jspecify.annotations.NullMarked;
