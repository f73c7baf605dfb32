@NullMarked
package dev.allmende.status.summary;

import org.jspecify.annotations.NullMarked;
