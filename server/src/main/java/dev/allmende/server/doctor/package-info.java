/** {@code allmende doctor}: what could keep a server from working, and what to do about it. */
@NullMarked
package dev.allmende.server.doctor;

import org.jspecify.annotations.NullMarked;
