@NullMarked
package dev.allmende.server.shell.resource;

import org.jspecify.annotations.NullMarked;
