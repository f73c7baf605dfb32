/** The Central API under load: many tenants, and how soon it acts. */
@NullMarked
package dev.allmende.bench.central;

import org.jspecify.annotations.NullMarked;
