/** One class for each page. */
@NullMarked
package dev.allmende.server.shell.page;

import org.jspecify.annotations.NullMarked;
