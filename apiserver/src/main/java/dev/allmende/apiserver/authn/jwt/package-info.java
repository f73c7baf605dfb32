/** JSON Web Tokens: what stands in them, and whose signature they carry (RFC 7515, 7517, 7519). */
@NullMarked
package dev.allmende.apiserver.authn.jwt;

import org.jspecify.annotations.NullMarked;
