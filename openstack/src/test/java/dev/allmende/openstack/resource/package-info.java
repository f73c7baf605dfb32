@NullMarked
package dev.allmende.openstack.resource;

import org.jspecify.annotations.NullMarked;
