/** {@code allmende flavor}: flavor names to meaning and back. */
@NullMarked
package dev.allmende.cli.flavor;

import org.jspecify.annotations.NullMarked;
