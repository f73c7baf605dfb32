@NullMarked
package dev.allmende.server.shell.look;

import org.jspecify.annotations.NullMarked;
