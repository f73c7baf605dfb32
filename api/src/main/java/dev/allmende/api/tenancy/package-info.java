/** Clouds and tenants. */
@NullMarked
package dev.allmende.api.tenancy;

import org.jspecify.annotations.NullMarked;
