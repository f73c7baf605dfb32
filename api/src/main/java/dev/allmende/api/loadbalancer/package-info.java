/** Load balancers. */
@NullMarked
package dev.allmende.api.loadbalancer;

import org.jspecify.annotations.NullMarked;
