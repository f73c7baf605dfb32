@NullMarked
package dev.allmende.status.badge;

import org.jspecify.annotations.NullMarked;
