/** Kind LoadBalancer: a tree of parts that is made in one call and changed part by part. */
@NullMarked
package dev.allmende.central.loadbalancer;

import org.jspecify.annotations.NullMarked;
