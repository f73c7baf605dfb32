/** Life cycles in a cloud: something is made, used and removed again, step by step, and whatever happens nothing stays. */
@NullMarked
package dev.allmende.status.lifecycle;

import org.jspecify.annotations.NullMarked;
