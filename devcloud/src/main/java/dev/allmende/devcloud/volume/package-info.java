/** Cinder v3. */
@NullMarked
package dev.allmende.devcloud.volume;

import org.jspecify.annotations.NullMarked;
