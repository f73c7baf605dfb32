/** Kind Probe: questions that are asked again and again, from when on an answer counts, and what is kept of the answers. */
@NullMarked
package dev.allmende.status.probe;

import org.jspecify.annotations.NullMarked;
