@NullMarked
package dev.allmende.peer;

import org.jspecify.annotations.NullMarked;
