/** Volume types (scs-0114). */
@NullMarked
package dev.allmende.conformance.volume;

import org.jspecify.annotations.NullMarked;
