/** Kind Network. */
@NullMarked
package dev.allmende.central.network;

import org.jspecify.annotations.NullMarked;
