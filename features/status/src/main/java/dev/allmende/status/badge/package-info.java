/** The state of a page or a component as a small picture to put on other pages. */
@NullMarked
package dev.allmende.status.badge;

import org.jspecify.annotations.NullMarked;
