/** Alerts that an Alertmanager sends: what it said last, by probe. */
@NullMarked
package dev.allmende.status.alert;

import org.jspecify.annotations.NullMarked;
