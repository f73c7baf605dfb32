package dev.allmende.apiserver.authn;

import java.util.ArrayList;
import java.util.List;

/** Asks several authenticators, one after the other; the first that knows the token decides. */
public final class TokenChain implements TokenAuthenticator {

    private final List<TokenAuthenticator> authenticators;
    private final List<String> ownAudiences;

    /** @param ownAudiences of this server, for tokens that name none */
    public TokenChain(List<TokenAuthenticator> authenticators, List<String> ownAudiences) {
        this.authenticators = List.copyOf(authenticators);
        this.ownAudiences = List.copyOf(ownAudiences);
    }

    @Override
    public Verdict judge(String token, List<String> audiences) {
        var reasons = new ArrayList<String>();
        for (var authenticator : authenticators) {
            switch (authenticator.judge(token, audiences)) {
                case Known known
                when known.audiences().isEmpty() -> {
                    var fitting =
                            audiences.stream().filter(ownAudiences::contains).toList();
                    if (!fitting.isEmpty() || audiences.isEmpty()) {
                        return new Known(known.user(), fitting, known.until(), known.bond());
                    }
                    reasons.add("token is for this server, not for the audiences asked for");
                }
                case Known known -> {
                    return known;
                }
                case Refused refused -> reasons.add(refused.reason());
                case Unknown _ -> {
                    // the next may know it
                }
            }
        }
        return reasons.isEmpty() ? Unknown.VERDICT : new Refused(String.join("; ", reasons));
    }
}
