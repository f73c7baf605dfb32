/**
 * How services that are not OpenStack are reached: one blocking HTTP edge with trust, limits and errors that a controller
 * can tell apart. Keycloak and S3 stand on it.
 */
@NullMarked
package dev.allmende.peer;

import org.jspecify.annotations.NullMarked;
