/** Kind VolumeBackupSchedule: makes objects of kind VolumeBackup in time, and deletes those that are not kept. */
@NullMarked
package dev.allmende.central.volumebackupschedule;

import org.jspecify.annotations.NullMarked;
