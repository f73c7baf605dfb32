@NullMarked
package dev.allmende.central.importing;

import org.jspecify.annotations.NullMarked;
