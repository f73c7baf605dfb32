/** Kind Subnet. */
@NullMarked
package dev.allmende.central.subnet;

import org.jspecify.annotations.NullMarked;
