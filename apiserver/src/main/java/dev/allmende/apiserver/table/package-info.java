/** Views of objects that clients may ask for: as rows of a table, or their metadata alone. */
@NullMarked
package dev.allmende.apiserver.table;

import org.jspecify.annotations.NullMarked;
