/** Tokens of service accounts: issued, judged, published keys. */
@NullMarked
package dev.allmende.apiserver.authn.serviceaccount;

import org.jspecify.annotations.NullMarked;
