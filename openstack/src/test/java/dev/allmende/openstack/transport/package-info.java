@NullMarked
package dev.allmende.openstack.transport;

import org.jspecify.annotations.NullMarked;
