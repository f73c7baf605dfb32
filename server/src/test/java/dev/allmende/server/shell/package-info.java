@NullMarked
package dev.allmende.server.shell;

import org.jspecify.annotations.NullMarked;
