/** Kind DNSZone. */
@NullMarked
package dev.allmende.central.dnszone;

import org.jspecify.annotations.NullMarked;
