/** What must not be deleted by mistake, and what nobody does alone. */
@NullMarked
package dev.allmende.server.protection;

import org.jspecify.annotations.NullMarked;
