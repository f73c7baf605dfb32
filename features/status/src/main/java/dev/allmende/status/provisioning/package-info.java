/** Takes over what other status pages begin with: the provisioning file of status-page-api. */
@NullMarked
package dev.allmende.status.provisioning;

import org.jspecify.annotations.NullMarked;
