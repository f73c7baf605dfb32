/** Key manager (scs-0116). */
@NullMarked
package dev.allmende.conformance.keymanager;

import org.jspecify.annotations.NullMarked;
