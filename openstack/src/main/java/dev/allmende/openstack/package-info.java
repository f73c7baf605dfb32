/**
 * Client for the OpenStack APIs: one package per service, this one for what they share.
 *
 * <p>{@link dev.allmende.openstack.Cloud} logs in and hands out a {@link dev.allmende.openstack.Service} per catalog
 * entry; a {@link dev.allmende.openstack.Call} goes in, an {@link dev.allmende.openstack.Answer} comes out. Everything
 * blocks and is meant for virtual threads.
 */
@NullMarked
package dev.allmende.openstack;

import org.jspecify.annotations.NullMarked;
