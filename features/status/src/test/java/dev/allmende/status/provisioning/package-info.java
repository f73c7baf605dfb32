@NullMarked
package dev.allmende.status.provisioning;

import org.jspecify.annotations.NullMarked;
