@NullMarked
package dev.allmende.central.peer;

import org.jspecify.annotations.NullMarked;
