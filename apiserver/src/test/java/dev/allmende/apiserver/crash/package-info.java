/** The whole server as a process that is killed. */
@NullMarked
package dev.allmende.apiserver.crash;

import org.jspecify.annotations.NullMarked;
