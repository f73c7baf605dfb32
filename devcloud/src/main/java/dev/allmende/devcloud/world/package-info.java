/** What all services share: clock, ids, things that happen later, tables of resources. */
@NullMarked
package dev.allmende.devcloud.world;

import org.jspecify.annotations.NullMarked;
