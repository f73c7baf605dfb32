/** The cloud that {@code allmende up} plays when none is configured. */
@NullMarked
package dev.allmende.server.demo;

import org.jspecify.annotations.NullMarked;
