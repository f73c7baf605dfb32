/** Sign-in at GitHub: OAuth with PKCE, and which organisations and teams somebody is in. */
@NullMarked
package dev.allmende.server.shell.github;

import org.jspecify.annotations.NullMarked;
