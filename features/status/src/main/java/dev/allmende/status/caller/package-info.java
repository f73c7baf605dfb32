/** Who asks for a page or changes it, and what they may do: ports that the server implements. */
@NullMarked
package dev.allmende.status.caller;

import org.jspecify.annotations.NullMarked;
