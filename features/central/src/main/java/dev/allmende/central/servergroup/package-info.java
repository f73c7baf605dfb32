/** Kind ServerGroup. */
@NullMarked
package dev.allmende.central.servergroup;

import org.jspecify.annotations.NullMarked;
