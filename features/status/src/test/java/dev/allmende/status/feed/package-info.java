@NullMarked
package dev.allmende.status.feed;

import org.jspecify.annotations.NullMarked;
