@NullMarked
package dev.allmende.status.availability;

import org.jspecify.annotations.NullMarked;
