/** Nova v2.1: servers with their parts, key pairs, server groups, flavors, quotas. */
@NullMarked
package dev.allmende.openstack.compute;

import org.jspecify.annotations.NullMarked;
