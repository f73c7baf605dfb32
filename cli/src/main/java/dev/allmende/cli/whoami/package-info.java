/** {@code allmende whoami}: who a server takes one for, and what one may do there. */
@NullMarked
package dev.allmende.cli.whoami;

import org.jspecify.annotations.NullMarked;
