@NullMarked
package dev.allmende.status.subscription;

import org.jspecify.annotations.NullMarked;
