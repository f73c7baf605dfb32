@NullMarked
package dev.allmende.central.floatingip;

import org.jspecify.annotations.NullMarked;
