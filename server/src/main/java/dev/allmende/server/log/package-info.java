/** How the process says what it does: lines for people or JSON for machines. */
@NullMarked
package dev.allmende.server.log;

import org.jspecify.annotations.NullMarked;
