/** Who did what and when, as JSON lines. */
@NullMarked
package dev.allmende.apiserver.audit;

import org.jspecify.annotations.NullMarked;
