/** Definitions (CRDs) made of records: the annotations that records carry, and the making. */
@NullMarked
package dev.allmende.api.schema;

import org.jspecify.annotations.NullMarked;
