/** Kind VolumeBackup. */
@NullMarked
package dev.allmende.central.volumebackup;

import org.jspecify.annotations.NullMarked;
