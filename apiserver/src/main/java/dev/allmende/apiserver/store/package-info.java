/** Durable objects in one SQLite file, read and watched from memory. */
@NullMarked
package dev.allmende.apiserver.store;

import org.jspecify.annotations.NullMarked;
