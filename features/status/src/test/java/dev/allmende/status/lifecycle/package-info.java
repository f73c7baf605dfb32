@NullMarked
package dev.allmende.status.lifecycle;

import org.jspecify.annotations.NullMarked;
