/** Structural schemas: reading, pruning, defaulting and validating objects. */
@NullMarked
package dev.allmende.apiserver.schema;

import org.jspecify.annotations.NullMarked;
