@NullMarked
package dev.allmende.central.flavor;

import org.jspecify.annotations.NullMarked;
