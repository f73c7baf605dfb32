/** Kind VolumeSnapshot. */
@NullMarked
package dev.allmende.central.volumesnapshot;

import org.jspecify.annotations.NullMarked;
