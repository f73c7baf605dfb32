/** The pages of {@code allmende up}: sign in, see the resources one may see, live, and delete them. Starts with {@link Shell}. */
@NullMarked
package dev.allmende.server.shell;

import org.jspecify.annotations.NullMarked;
