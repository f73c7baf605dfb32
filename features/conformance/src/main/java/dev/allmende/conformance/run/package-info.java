/** A run: from a login and a selection of test cases to a snapshot and verdicts, leaving nothing behind. */
@NullMarked
package dev.allmende.conformance.run;

import org.jspecify.annotations.NullMarked;
