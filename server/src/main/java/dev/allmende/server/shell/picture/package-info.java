/** A namespace as a picture: what refers to what, where it is placed, and how it is drawn. Pure; it knows records only. */
@NullMarked
package dev.allmende.server.shell.picture;

import org.jspecify.annotations.NullMarked;
