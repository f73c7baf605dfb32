/** Flavor names (scs-0100) and standard flavors (scs-0103). */
@NullMarked
package dev.allmende.conformance.flavor;

import org.jspecify.annotations.NullMarked;
