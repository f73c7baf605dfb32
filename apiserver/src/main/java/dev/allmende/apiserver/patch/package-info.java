/** JSON, merge and strategic merge patches as pure functions over JSON trees. */
@NullMarked
package dev.allmende.apiserver.patch;

import org.jspecify.annotations.NullMarked;
