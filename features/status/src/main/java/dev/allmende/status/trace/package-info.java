/** Traces of life cycles for an OpenTelemetry collector. */
@NullMarked
package dev.allmende.status.trace;

import org.jspecify.annotations.NullMarked;
