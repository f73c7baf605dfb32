@NullMarked
package dev.allmende.central.keep;

import org.jspecify.annotations.NullMarked;
