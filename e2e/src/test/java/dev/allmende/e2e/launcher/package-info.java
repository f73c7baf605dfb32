/** The launcher at the root of the repository, run for real with JDKs and a Maven of straw. */
@NullMarked
package dev.allmende.e2e.launcher;

import org.jspecify.annotations.NullMarked;
