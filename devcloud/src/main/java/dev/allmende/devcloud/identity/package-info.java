/** Keystone v3. */
@NullMarked
package dev.allmende.devcloud.identity;

import org.jspecify.annotations.NullMarked;
