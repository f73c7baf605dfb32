/** Image metadata (scs-0102) and standard images (scs-0104). */
@NullMarked
package dev.allmende.conformance.image;

import org.jspecify.annotations.NullMarked;
