/** Status page, incidents, planned maintenance, and probes that feed them. */
@NullMarked
package dev.allmende.status;

import org.jspecify.annotations.NullMarked;
