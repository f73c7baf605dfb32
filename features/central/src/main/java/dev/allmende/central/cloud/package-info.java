/** Kind Cloud: can an OpenStack be reached, and what does it offer? */
@NullMarked
package dev.allmende.central.cloud;

import org.jspecify.annotations.NullMarked;
