@NullMarked
package dev.allmende.server.shell.draft;

import org.jspecify.annotations.NullMarked;
