@NullMarked
package dev.allmende.devcloud;

import org.jspecify.annotations.NullMarked;
