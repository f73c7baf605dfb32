@NullMarked
package dev.allmende.central.identity.realm;

import org.jspecify.annotations.NullMarked;
