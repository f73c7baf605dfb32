@NullMarked
package dev.allmende.server.place;

import org.jspecify.annotations.NullMarked;
