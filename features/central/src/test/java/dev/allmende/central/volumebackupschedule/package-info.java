@NullMarked
package dev.allmende.central.volumebackupschedule;

import org.jspecify.annotations.NullMarked;
