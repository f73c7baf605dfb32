@NullMarked
package dev.allmende.central.identity.role;

import org.jspecify.annotations.NullMarked;
