/** Keeps what is derived from stored objects up to date: what is served, who may do what, what must be cleaned up. */
@NullMarked
package dev.allmende.apiserver.follow;

import org.jspecify.annotations.NullMarked;
