/** Default rules of security groups (scs-0115). */
@NullMarked
package dev.allmende.conformance.securitygroup;

import org.jspecify.annotations.NullMarked;
