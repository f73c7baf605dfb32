@NullMarked
package dev.allmende.central.port;

import org.jspecify.annotations.NullMarked;
