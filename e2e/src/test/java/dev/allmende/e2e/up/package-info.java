/** {@code allmende up} and the commands around it, as processes of their own. */
@NullMarked
package dev.allmende.e2e.up;

import org.jspecify.annotations.NullMarked;
