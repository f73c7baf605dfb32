@NullMarked
package dev.allmende.server.shell.picture;

import org.jspecify.annotations.NullMarked;
