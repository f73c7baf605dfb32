/** What a page shows, as values: read from resources once, asked by every view. Pure; knows no time but what it is asked with. */
@NullMarked
package dev.allmende.status.board;

import org.jspecify.annotations.NullMarked;
