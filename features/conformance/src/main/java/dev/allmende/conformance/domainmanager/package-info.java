/** The domain manager role (scs-0302): what it must be able to do in its own domain, and nowhere else. */
@NullMarked
package dev.allmende.conformance.domainmanager;

import org.jspecify.annotations.NullMarked;
