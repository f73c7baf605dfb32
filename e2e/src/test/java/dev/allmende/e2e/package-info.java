/** Scenarios as a user sees them, and the rules of the house. */
@NullMarked
package dev.allmende.e2e;

import org.jspecify.annotations.NullMarked;
