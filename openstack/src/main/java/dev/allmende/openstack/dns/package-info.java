/** Designate v2: zones and record sets. */
@NullMarked
package dev.allmende.openstack.dns;

import org.jspecify.annotations.NullMarked;
