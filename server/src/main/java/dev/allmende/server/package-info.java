/** The program: the composition root that puts all rooms together. Decides nothing itself. */
@NullMarked
package dev.allmende.server;

import org.jspecify.annotations.NullMarked;
