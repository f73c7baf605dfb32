/** How the kinds of the network hold together. */
@NullMarked
package dev.allmende.central.reach;

import org.jspecify.annotations.NullMarked;
