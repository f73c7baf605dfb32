@NullMarked
package dev.allmende.server.shell.github;

import org.jspecify.annotations.NullMarked;
