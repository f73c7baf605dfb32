/** Kind SecurityGroup. */
@NullMarked
package dev.allmende.central.securitygroup;

import org.jspecify.annotations.NullMarked;
