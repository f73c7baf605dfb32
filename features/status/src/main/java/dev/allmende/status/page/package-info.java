/** What readers see: server-rendered HTML that works without a script. */
@NullMarked
package dev.allmende.status.page;

import org.jspecify.annotations.NullMarked;
