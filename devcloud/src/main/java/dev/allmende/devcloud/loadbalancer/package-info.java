/** Octavia v2. */
@NullMarked
package dev.allmende.devcloud.loadbalancer;

import org.jspecify.annotations.NullMarked;
