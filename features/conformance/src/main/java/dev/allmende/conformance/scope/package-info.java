/** Certificate scopes: which test cases count for which version on which date (scs-0003). */
@NullMarked
package dev.allmende.conformance.scope;

import org.jspecify.annotations.NullMarked;
