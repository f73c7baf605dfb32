/** Sign-in at an OpenID Connect issuer: the authorization code flow with PKCE. */
@NullMarked
package dev.allmende.server.shell.oidc;

import org.jspecify.annotations.NullMarked;
