/** What a status page is made of: components, incidents, maintenance, and the page itself. */
@NullMarked
package dev.allmende.api.status;

import org.jspecify.annotations.NullMarked;
