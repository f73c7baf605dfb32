/** Encryption of stored values, with keys in a file apart from the data. */
@NullMarked
package dev.allmende.apiserver.store.sealing;

import org.jspecify.annotations.NullMarked;
