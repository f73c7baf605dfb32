/** Commands on a server that runs: how is it, end. */
@NullMarked
package dev.allmende.server.running;

import org.jspecify.annotations.NullMarked;
