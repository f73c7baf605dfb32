/** Brings what a project has already into a tenant's namespace, as objects that are only looked at. */
@NullMarked
package dev.allmende.central.importing;

import org.jspecify.annotations.NullMarked;
