/** The state of a page in a few lines of JSON, for programs. */
@NullMarked
package dev.allmende.status.summary;

import org.jspecify.annotations.NullMarked;
