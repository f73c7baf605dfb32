/** Commands about status pages. */
@NullMarked
package dev.allmende.server.provisioning;

import org.jspecify.annotations.NullMarked;
