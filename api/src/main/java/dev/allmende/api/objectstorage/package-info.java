/** Kinds of group objectstorage: buckets, and keys to them. */
@NullMarked
package dev.allmende.api.objectstorage;

import org.jspecify.annotations.NullMarked;
