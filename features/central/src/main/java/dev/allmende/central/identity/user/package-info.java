@NullMarked
package dev.allmende.central.identity.user;

import org.jspecify.annotations.NullMarked;
