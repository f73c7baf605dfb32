/** What happens, for programs that readers subscribe with: Atom, RSS, iCalendar. */
@NullMarked
package dev.allmende.status.feed;

import org.jspecify.annotations.NullMarked;
