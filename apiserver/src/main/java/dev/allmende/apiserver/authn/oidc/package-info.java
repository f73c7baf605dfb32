/** Tokens of OpenID Connect issuers. */
@NullMarked
package dev.allmende.apiserver.authn.oidc;

import org.jspecify.annotations.NullMarked;
