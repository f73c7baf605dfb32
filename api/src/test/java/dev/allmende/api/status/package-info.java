@NullMarked
package dev.allmende.api.status;

import org.jspecify.annotations.NullMarked;
