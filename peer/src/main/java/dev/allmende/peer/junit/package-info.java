/** A peer for tests of what stands on this room. */
@NullMarked
package dev.allmende.peer.junit;

import org.jspecify.annotations.NullMarked;
