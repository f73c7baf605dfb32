@NullMarked
package dev.allmende.central.bucket;

import org.jspecify.annotations.NullMarked;
