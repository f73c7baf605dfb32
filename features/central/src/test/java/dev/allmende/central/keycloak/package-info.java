@NullMarked
package dev.allmende.central.keycloak;

import org.jspecify.annotations.NullMarked;
