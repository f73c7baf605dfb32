@NullMarked
package dev.allmende.api.schema;

import org.jspecify.annotations.NullMarked;
