/** What all kinds do whose objects stand for a thing in the cloud: make it once, watch it, change it, remove it. */
@NullMarked
package dev.allmende.central.keep;

import org.jspecify.annotations.NullMarked;
