@NullMarked
package dev.allmende.central.identity;

import org.jspecify.annotations.NullMarked;
