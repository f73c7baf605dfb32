/** Entropy for instances (scs-0101), kept apart per revision of the standard. */
@NullMarked
package dev.allmende.conformance.entropy;

import org.jspecify.annotations.NullMarked;
