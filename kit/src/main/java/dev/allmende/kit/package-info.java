/** How controllers are written: an actuator says what came of one step, the rest is done here. */
@NullMarked
package dev.allmende.kit;

import org.jspecify.annotations.NullMarked;
