/** Which schemas are structural and so may be served. */
@NullMarked
package dev.allmende.apiserver.schema.structural;

import org.jspecify.annotations.NullMarked;
