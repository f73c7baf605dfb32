/** {@code allmende login} and {@code logout}: sign in at an OpenID Connect issuer, and be kubectl's credential plug-in. */
@NullMarked
package dev.allmende.cli.login;

import org.jspecify.annotations.NullMarked;
