@NullMarked
package dev.allmende.central.loadbalancer;

import org.jspecify.annotations.NullMarked;
