@NullMarked
package dev.allmende.central.identity.client;

import org.jspecify.annotations.NullMarked;
