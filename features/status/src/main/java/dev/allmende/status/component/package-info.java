/** Tells in components how they fare, so that {@code kubectl get components} shows it. */
@NullMarked
package dev.allmende.status.component;

import org.jspecify.annotations.NullMarked;
