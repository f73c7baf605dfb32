/** How a process that runs until it is told to end does so. */
@NullMarked
package dev.allmende.server.stop;

import org.jspecify.annotations.NullMarked;
