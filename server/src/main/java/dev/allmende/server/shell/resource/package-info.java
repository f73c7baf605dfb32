/** What the API says, asked as the signed-in user, in the shape that pages show. */
@NullMarked
package dev.allmende.server.shell.resource;

import org.jspecify.annotations.NullMarked;
