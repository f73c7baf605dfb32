/** Glance v2: images, their upload, import and members. */
@NullMarked
package dev.allmende.openstack.image;

import org.jspecify.annotations.NullMarked;
