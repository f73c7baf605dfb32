@NullMarked
package dev.allmende.central.image;

import org.jspecify.annotations.NullMarked;
