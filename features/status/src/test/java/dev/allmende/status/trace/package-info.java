@NullMarked
package dev.allmende.status.trace;

import org.jspecify.annotations.NullMarked;
