/** How a foreign client asks a page, and what it is answered: apart from any HTTP server. */
@NullMarked
package dev.allmende.status.view;

import org.jspecify.annotations.NullMarked;
