/** From results of probes to incidents: pure state machines, and a hand that writes what they decide. */
@NullMarked
package dev.allmende.status.impact;

import org.jspecify.annotations.NullMarked;
