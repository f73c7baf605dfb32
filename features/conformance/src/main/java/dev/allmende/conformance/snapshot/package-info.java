/** What a cloud answered, kept so that it can be judged again later, elsewhere, under another standard. */
@NullMarked
package dev.allmende.conformance.snapshot;

import org.jspecify.annotations.NullMarked;
