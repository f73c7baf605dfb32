/** Kind Server. */
@NullMarked
package dev.allmende.central.server;

import org.jspecify.annotations.NullMarked;
