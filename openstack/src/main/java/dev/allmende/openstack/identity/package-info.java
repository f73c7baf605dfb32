/** Keystone v3: tokens, the service catalog, users, projects, domains and roles. */
@NullMarked
package dev.allmende.openstack.identity;

import org.jspecify.annotations.NullMarked;
