/** From the catalog to a versioned URL: endpoints, version documents, microversions. */
@NullMarked
package dev.allmende.openstack.catalog;

import org.jspecify.annotations.NullMarked;
