/** Probes that are asked at another place than the controllers. */
@NullMarked
package dev.allmende.server.agent;

import org.jspecify.annotations.NullMarked;
