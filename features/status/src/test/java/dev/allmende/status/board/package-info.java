/** Boards of resources. */
@NullMarked
package dev.allmende.status.board;

import org.jspecify.annotations.NullMarked;
