/** Talks to a server as any client does: for suites that run against the embedded server and against a real one. */
@NullMarked
package dev.allmende.apiserver.client;

import org.jspecify.annotations.NullMarked;
