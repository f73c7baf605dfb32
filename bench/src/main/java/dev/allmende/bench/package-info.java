/** Benchmarks; README.md of this module says how to run them and what came out. */
@NullMarked
package dev.allmende.bench;

import org.jspecify.annotations.NullMarked;
