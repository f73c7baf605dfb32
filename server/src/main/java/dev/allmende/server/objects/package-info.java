/** Objects as commands see them: which API has them, who asks, and how they are written down. */
@NullMarked
package dev.allmende.server.objects;

import org.jspecify.annotations.NullMarked;
