@NullMarked
package dev.allmende.status.figure;

import org.jspecify.annotations.NullMarked;
