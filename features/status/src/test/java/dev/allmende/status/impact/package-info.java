@NullMarked
package dev.allmende.status.impact;

import org.jspecify.annotations.NullMarked;
