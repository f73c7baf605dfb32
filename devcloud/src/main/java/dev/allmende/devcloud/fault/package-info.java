/** Faults on demand: latency, bursts of errors, cut connections, expired tokens, things that get stuck. */
@NullMarked
package dev.allmende.devcloud.fault;

import org.jspecify.annotations.NullMarked;
