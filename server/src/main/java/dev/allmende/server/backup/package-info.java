/** {@code allmende backup} and {@code restore}. */
@NullMarked
package dev.allmende.server.backup;

import org.jspecify.annotations.NullMarked;
