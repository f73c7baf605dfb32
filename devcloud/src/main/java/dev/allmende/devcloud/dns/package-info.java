/** Designate v2, versions and the list of zones. */
@NullMarked
package dev.allmende.devcloud.dns;

import org.jspecify.annotations.NullMarked;
