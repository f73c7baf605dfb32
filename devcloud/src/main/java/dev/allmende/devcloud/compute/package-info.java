/** Nova v2.1. */
@NullMarked
package dev.allmende.devcloud.compute;

import org.jspecify.annotations.NullMarked;
