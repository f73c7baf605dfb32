/**
 * Who owns which field: server-side apply and the tracking of all other writes (Kubernetes "Server-Side Apply").
 * {@link dev.allmende.apiserver.apply.FieldTracking} is the door.
 */
@NullMarked
package dev.allmende.apiserver.apply;

import org.jspecify.annotations.NullMarked;
