/** {@code allmende user}: the local users of a server. */
@NullMarked
package dev.allmende.server.user;

import org.jspecify.annotations.NullMarked;
