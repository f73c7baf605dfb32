package dev.allmende.apiserver.authn;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds out who asks: by client certificate first, by bearer token then, as Kubernetes does. One good credential is enough,
 * bad ones are a rejection, none at all is anonymous.
 */
public final class Login {

    private final ClientCertificates certificates;
    private final TokenAuthenticator tokens;
    private final List<String> audiences;

    /** @param audiences of this server: a token must be for one of them */
    public Login(ClientCertificates certificates, TokenAuthenticator tokens, List<String> audiences) {
        this.certificates = certificates;
        this.tokens = tokens;
        this.audiences = List.copyOf(audiences);
    }

    public Authentication authenticate(Credentials credentials) {
        var reasons = new ArrayList<String>();
        if (!credentials.certificates().isEmpty()) {
            switch (certificates.judge(credentials.certificates())) {
                case ClientCertificates.Known known -> {
                    return authenticated(known.user());
                }
                case ClientCertificates.Refused refused -> reasons.add(refused.reason());
                case ClientCertificates.Nameless _ -> {
                    // a certificate without a name says nothing
                }
            }
        }
        if (credentials.bearerToken().isPresent()) {
            switch (tokens.judge(credentials.bearerToken().get(), audiences)) {
                case TokenAuthenticator.Known known -> {
                    return authenticated(known.user());
                }
                case TokenAuthenticator.Refused refused -> reasons.add(refused.reason());
                case TokenAuthenticator.Unknown _ -> reasons.add("invalid bearer token");
            }
        }
        return reasons.isEmpty()
                ? new Authentication.Anonymous()
                : new Authentication.Rejected(String.join("; ", reasons));
    }

    private static Authentication authenticated(User user) {
        return new Authentication.Authenticated(withGroup(user));
    }

    /** Adds {@code system:authenticated}, unless the user is anonymous or in one of the two groups already. */
    static User withGroup(User user) {
        if (user.name().equals(User.ANONYMOUS.name()) || user.in(User.AUTHENTICATED) || user.in(User.UNAUTHENTICATED)) {
            return user;
        }
        var groups = new ArrayList<>(user.groups());
        groups.add(User.AUTHENTICATED);
        return new User(user.name(), user.uid(), groups, user.extra());
    }
}
