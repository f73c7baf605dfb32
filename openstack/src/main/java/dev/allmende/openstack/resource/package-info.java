/**
 * What resources of all services have in common: a {@link dev.allmende.openstack.resource.Kind} says where a kind lives, a
 * {@link dev.allmende.openstack.resource.Wanted} what is asked for, a {@link dev.allmende.openstack.resource.Resource} what the
 * cloud has, and {@link dev.allmende.openstack.resource.Resources} makes, finds, changes and removes.
 */
@NullMarked
package dev.allmende.openstack.resource;

import org.jspecify.annotations.NullMarked;
