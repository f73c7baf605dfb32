/**
 * Clients that nobody here wrote: scripts of kubectl and helm, and what they print when they talk to a kube-apiserver.
 *
 * <p>Every line of a script is run against a server; its output and exit code, with ages, times and identifiers made
 * alike, must be those of the golden files, which were written by a run against the real server.
 */
@NullMarked
package dev.allmende.apiserver.peers;

import org.jspecify.annotations.NullMarked;
