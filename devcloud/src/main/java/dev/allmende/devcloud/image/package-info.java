/** Glance v2. */
@NullMarked
package dev.allmende.devcloud.image;

import org.jspecify.annotations.NullMarked;
