/** Neutron v2.0: networks, subnets, routers, security groups, ports, floating IPs, quotas. */
@NullMarked
package dev.allmende.openstack.network;

import org.jspecify.annotations.NullMarked;
