@NullMarked
package dev.allmende.openstack;

import org.jspecify.annotations.NullMarked;
