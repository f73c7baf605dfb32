/** Kind Tenant: in which project does a namespace act? */
@NullMarked
package dev.allmende.central.tenant;

import org.jspecify.annotations.NullMarked;
