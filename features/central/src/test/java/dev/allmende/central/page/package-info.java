/** The pages about kinds in the docs, made from the kinds themselves. */
@NullMarked
package dev.allmende.central.page;

import org.jspecify.annotations.NullMarked;
