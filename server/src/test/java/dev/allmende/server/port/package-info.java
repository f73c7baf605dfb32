@NullMarked
package dev.allmende.server.port;

import org.jspecify.annotations.NullMarked;
