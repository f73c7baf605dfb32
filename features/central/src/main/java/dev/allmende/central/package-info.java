/** Central API: a tenant's whole cloud as resources. */
@NullMarked
package dev.allmende.central;

import org.jspecify.annotations.NullMarked;
