/** Figures for Prometheus. Names are part of the interface: docs/reference lists them. */
@NullMarked
package dev.allmende.apiserver.metrics;

import org.jspecify.annotations.NullMarked;
