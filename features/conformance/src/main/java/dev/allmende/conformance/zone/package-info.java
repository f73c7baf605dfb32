/** Availability zones (scs-0121): what of them can be seen. */
@NullMarked
package dev.allmende.conformance.zone;

import org.jspecify.annotations.NullMarked;
