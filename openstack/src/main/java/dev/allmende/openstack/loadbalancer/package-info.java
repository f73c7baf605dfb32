/** Octavia v2: load balancers with listeners, pools, members, monitors and policies. */
@NullMarked
package dev.allmende.openstack.loadbalancer;

import org.jspecify.annotations.NullMarked;
