/**
 * Planned maintenance: which windows a plan has, how far each has come at a time, and when that changes next. Pure, but for
 * the controller, which tells it in the object.
 */
@NullMarked
package dev.allmende.status.maintenance;

import org.jspecify.annotations.NullMarked;
