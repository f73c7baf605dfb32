/** The Central API as its users see it: through the program, in processes of their own. */
@NullMarked
package dev.allmende.e2e.central;

import org.jspecify.annotations.NullMarked;
