@NullMarked
package dev.allmende.status.page;

import org.jspecify.annotations.NullMarked;
