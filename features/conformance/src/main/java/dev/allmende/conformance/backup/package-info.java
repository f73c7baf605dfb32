/** Volume backup (scs-0117) and snapshots: made, waited for and restored in the cloud. */
@NullMarked
package dev.allmende.conformance.backup;

import org.jspecify.annotations.NullMarked;
