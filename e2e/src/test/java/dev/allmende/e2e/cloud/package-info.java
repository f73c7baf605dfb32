/**
 * The calls of the OpenStack client as a controller makes them, against devcloud and against a real OpenStack. The two rooms
 * share no code, so this is where they are held against each other.
 */
@NullMarked
package dev.allmende.e2e.cloud;

import org.jspecify.annotations.NullMarked;
