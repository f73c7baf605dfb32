package dev.allmende.apiserver.authn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Knows one kind of bearer token. Safe for many threads; never throws, whatever the token. */
public interface TokenAuthenticator {

    /** @param audiences one of them at least the token must be for, where this kind of token has an audience */
    Verdict judge(String token, List<String> audiences);

    /** What an authenticator says of a token. */
    sealed interface Verdict {}

    /** Not this authenticator's kind of token. */
    record Unknown() implements Verdict {
        public static final Unknown VERDICT = new Unknown();
    }

    /** This authenticator's kind of token, and bad. */
    record Refused(String reason) implements Verdict {}

    /**
     * A good token. What was proved holds until {@code until}, as long as {@code bond} has nothing against it: the
     * verdict may be kept and used again, but the bond is asked each time.
     *
     * @param audiences those of the wanted ones that the token is for; empty when this kind has none
     */
    record Known(User user, List<String> audiences, Instant until, Bond bond) implements Verdict {
        public Known {
            audiences = List.copyOf(audiences);
        }
    }

    /** What a token lives and dies with, such as its service account. */
    interface Bond {
        Bond NONE = Optional::empty;

        /** Why the token is no longer good. */
        Optional<String> broken();
    }
}
