/** Neutron v2.0. */
@NullMarked
package dev.allmende.devcloud.network;

import org.jspecify.annotations.NullMarked;
