package dev.allmende.server.shell.oidc;

import dev.allmende.apiserver.authn.TokenAuthenticator;
import dev.allmende.apiserver.authn.oidc.HttpsFetch;
import dev.allmende.apiserver.authn.oidc.OidcIssuer;
import dev.allmende.apiserver.authn.oidc.OidcTokens;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The issuer that people may sign in at.
 *
 * @param issuer and what its tokens mean here
 * @param clientId as the issuer knows this server
 * @param clientSecret empty for a public client, which PKCE alone protects
 * @param scopes asked for, separated by blanks
 * @param trust whose certificates the issuer may have
 * @param ownAddress where browsers reach this server; without it, as they say
 */
public record OidcSettings(
        OidcIssuer issuer,
        String clientId,
        String clientSecret,
        String scopes,
        SSLContext trust,
        Optional<URI> ownAddress) {

    /** Judges the issuer's ID tokens. */
    public TokenAuthenticator tokens(InstantSource clock) {
        return new OidcTokens(issuer, new HttpsFetch(trust), clock);
    }

    /** The issuer's host, for people. */
    public String name() {
        return URI.create(issuer.url()).getHost();
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer.url() + ", " + clientId + "]";
    }
}
