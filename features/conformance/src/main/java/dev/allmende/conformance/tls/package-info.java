/** TLS of the cloud's public endpoints (scs-0125, a draft) against Mozilla's intermediate profile. */
@NullMarked
package dev.allmende.conformance.tls;

import org.jspecify.annotations.NullMarked;
