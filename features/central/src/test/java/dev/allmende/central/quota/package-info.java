@NullMarked
package dev.allmende.central.quota;

import org.jspecify.annotations.NullMarked;
