@NullMarked
package dev.allmende.openstack.catalog;

import org.jspecify.annotations.NullMarked;
