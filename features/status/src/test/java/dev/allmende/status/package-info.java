@NullMarked
package dev.allmende.status;

import org.jspecify.annotations.NullMarked;
