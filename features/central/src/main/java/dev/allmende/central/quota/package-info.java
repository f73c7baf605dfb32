/** Kind Quota: what a project may have. Limits are set by whoever has an administrator's login. */
@NullMarked
package dev.allmende.central.quota;

import org.jspecify.annotations.NullMarked;
