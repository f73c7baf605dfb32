/** Reading and writing JSON trees. */
@NullMarked
package dev.allmende.apiserver.json;

import org.jspecify.annotations.NullMarked;
