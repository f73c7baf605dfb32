/** Cinder v3: volumes, snapshots, backups, quotas. */
@NullMarked
package dev.allmende.openstack.volume;

import org.jspecify.annotations.NullMarked;
