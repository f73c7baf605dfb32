@NullMarked
package dev.allmende.server.up;

import org.jspecify.annotations.NullMarked;
