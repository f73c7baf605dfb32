@NullMarked
package dev.allmende.openstack.identity;

import org.jspecify.annotations.NullMarked;
