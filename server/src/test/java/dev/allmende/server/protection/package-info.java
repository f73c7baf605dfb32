/** What must not be deleted by mistake. */
@NullMarked
package dev.allmende.server.protection;

import org.jspecify.annotations.NullMarked;
