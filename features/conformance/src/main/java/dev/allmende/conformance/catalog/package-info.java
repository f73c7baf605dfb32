/** Mandatory and supported services (scs-0123), read from the service catalog. */
@NullMarked
package dev.allmende.conformance.catalog;

import org.jspecify.annotations.NullMarked;
