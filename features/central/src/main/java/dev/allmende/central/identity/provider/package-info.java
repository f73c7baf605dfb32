@NullMarked
package dev.allmende.central.identity.provider;

import org.jspecify.annotations.NullMarked;
