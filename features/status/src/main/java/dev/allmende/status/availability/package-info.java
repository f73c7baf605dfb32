/** How much of a time a component worked: time-weighted, maintenance and unknown times counted apart. Pure. */
@NullMarked
package dev.allmende.status.availability;

import org.jspecify.annotations.NullMarked;
