/** Where a room is plugged into the program: its pages, and its controllers. */
@NullMarked
package dev.allmende.server.rooms;

import org.jspecify.annotations.NullMarked;
