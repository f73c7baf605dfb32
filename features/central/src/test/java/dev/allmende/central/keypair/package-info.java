@NullMarked
package dev.allmende.central.keypair;

import org.jspecify.annotations.NullMarked;
