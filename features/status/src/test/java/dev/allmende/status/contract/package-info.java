@NullMarked
package dev.allmende.status.contract;

import org.jspecify.annotations.NullMarked;
