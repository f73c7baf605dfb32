@NullMarked
package dev.allmende.status.probe;

import org.jspecify.annotations.NullMarked;
