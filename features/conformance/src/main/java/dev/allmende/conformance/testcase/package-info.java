/** What a test case is: a pure function from facts to a verdict with findings. */
@NullMarked
package dev.allmende.conformance.testcase;

import org.jspecify.annotations.NullMarked;
