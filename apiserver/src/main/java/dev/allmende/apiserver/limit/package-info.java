/** Keeps controllers and leases alive while a client floods. */
@NullMarked
package dev.allmende.apiserver.limit;

import org.jspecify.annotations.NullMarked;
