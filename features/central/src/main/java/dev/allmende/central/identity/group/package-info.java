@NullMarked
package dev.allmende.central.identity.group;

import org.jspecify.annotations.NullMarked;
