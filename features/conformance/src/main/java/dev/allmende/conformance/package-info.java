/**
 * Checks clouds against the SCS standards.
 *
 * <p>The walk: {@code scope} says which test cases count on a date; {@code run} asks the cloud once for every
 * {@link dev.allmende.conformance.snapshot.Input} they need; the answers are the {@code snapshot}; the test cases, pure
 * functions kept in a folder per topic ({@code flavor}, {@code image}, ...), judge it; {@code report} writes it down.
 */
@NullMarked
package dev.allmende.conformance;

import org.jspecify.annotations.NullMarked;
