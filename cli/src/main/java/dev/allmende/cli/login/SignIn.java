package dev.allmende.cli.login;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import dev.allmende.cli.wire.NoAnswer;
import dev.allmende.openstack.ClientOptions.Pause;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Gets an ID token by the cheapest way there is: the kept one, a new one for the refresh token, a person. */
final class SignIn {

    private final Keep keep;
    private final InstantSource clock;
    private final Pause pause;
    private final SecureRandom random;
    private final PrintWriter err;

    SignIn(Keep keep, InstantSource clock, Pause pause, SecureRandom random, PrintWriter err) {
        this.keep = keep;
        this.clock = clock;
        this.pause = pause;
        this.random = random;
        this.err = err;
    }

    /**
     * @param otherwise told to run where nobody can be asked; empty where somebody can
     * @throws UserError when that leads nowhere
     */
    Tokens tokens(Client client, Optional<String> otherwise) throws IOException, InterruptedException {
        try (var _ = keep.lock(client, () -> tell("Another process signs in at " + client.issuer() + "; waiting."))) {
            var kept = keep.read(client);
            if (kept.filter(tokens -> tokens.fresh(clock.instant())).isPresent()) {
                return kept.get();
            }
            if (kept.flatMap(Tokens::refresh).isEmpty() && otherwise.isPresent()) {
                throw notSignedIn(client, otherwise.get());
            }
            try (var speaker = Speaker.to(client)) {
                var tokens = kept.isEmpty() ? Optional.<Tokens>empty() : refreshed(speaker, kept.get());
                if (tokens.isEmpty() && otherwise.isPresent()) {
                    throw notSignedIn(client, otherwise.get());
                }
                var fresh = tokens.isPresent() ? tokens.get() : asked(speaker);
                keep.write(client, fresh);
                return fresh;
            }
        }
    }

    /** Empty when the issuer does not know the session any more (OpenID Connect Core 1.0, 12). */
    private Optional<Tokens> refreshed(Speaker speaker, Tokens old) throws IOException, InterruptedException {
        if (old.refresh().isEmpty()) {
            return Optional.empty();
        }
        var fields = Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                old.refresh().get().reveal());
        try {
            return switch (speaker.token(fields)) {
                case TokenAnswer.Granted(var tokens) -> Optional.of(tokens.orRefresh(old.refresh()));
                case TokenAnswer.Later(var why) ->
                    throw new UserError(ExitCode.UNAVAILABLE, speaker.client().issuer() + ": " + why + "; try again");
                case TokenAnswer.Refused(var code, var why)
                when !code.equals("invalid_grant") && !code.isEmpty() ->
                    throw new UserError(ExitCode.REFUSED, speaker.client().issuer() + ": " + why);
                case TokenAnswer.Refused _, TokenAnswer.Denied _, TokenAnswer.Expired _ -> forget(speaker.client());
                case TokenAnswer.Pending _, TokenAnswer.TooFast _ -> forget(speaker.client());
            };
        } catch (NoAnswer lost) {
            throw lost.asUserError();
        }
    }

    private Optional<Tokens> forget(Client client) throws IOException {
        keep.remove(client);
        return Optional.empty();
    }

    private Tokens asked(Speaker speaker) throws InterruptedException {
        return new DeviceFlow(speaker, clock, pause, random, invitation -> tell(invitation.text())).run();
    }

    private void tell(String text) {
        err.println(text);
        err.flush();
    }

    private static UserError notSignedIn(Client client, String otherwise) {
        return new UserError(
                ExitCode.REFUSED, "not signed in at " + client.issuer() + ", or no longer; run: " + otherwise);
    }
}
