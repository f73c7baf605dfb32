@NullMarked
package dev.allmende.central.tenant;

import org.jspecify.annotations.NullMarked;
