/** Kind DNSRecordSet. */
@NullMarked
package dev.allmende.central.dnsrecordset;

import org.jspecify.annotations.NullMarked;
