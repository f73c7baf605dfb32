/** Who asks: certificates, tokens, impersonation. */
@NullMarked
package dev.allmende.apiserver.authn;

import org.jspecify.annotations.NullMarked;
