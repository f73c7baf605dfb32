/** Recorded clouds and what was made of them: the guard of every verdict. */
@NullMarked
package dev.allmende.conformance.guard;

import org.jspecify.annotations.NullMarked;
