@NullMarked
package dev.allmende.status.maintenance;

import org.jspecify.annotations.NullMarked;
