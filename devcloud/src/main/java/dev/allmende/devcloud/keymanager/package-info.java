/** Barbican v1. */
@NullMarked
package dev.allmende.devcloud.keymanager;

import org.jspecify.annotations.NullMarked;
