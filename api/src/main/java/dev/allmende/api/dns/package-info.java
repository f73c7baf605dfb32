/** Kinds of group dns: zones and their record sets. */
@NullMarked
package dev.allmende.api.dns;

import org.jspecify.annotations.NullMarked;
