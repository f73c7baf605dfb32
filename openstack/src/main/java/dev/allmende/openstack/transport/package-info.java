/** Requests over HTTP: limits, compression, TLS, retries. Knows nothing of OpenStack but its error kinds. */
@NullMarked
package dev.allmende.openstack.transport;

import org.jspecify.annotations.NullMarked;
