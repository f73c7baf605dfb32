@NullMarked
package dev.allmende.openstack.config;

import org.jspecify.annotations.NullMarked;
