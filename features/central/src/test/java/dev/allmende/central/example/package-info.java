/** The examples, applied as they stand. */
@NullMarked
package dev.allmende.central.example;

import org.jspecify.annotations.NullMarked;
