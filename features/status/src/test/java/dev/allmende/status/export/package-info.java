@NullMarked
package dev.allmende.status.export;

import org.jspecify.annotations.NullMarked;
