package dev.allmende.cli.login;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import dev.allmende.cli.wire.NoAnswer;
import dev.allmende.cli.wire.Reply;
import dev.allmende.openstack.ClientOptions.Pause;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The device authorization grant (RFC 8628): a person opens a page of the issuer on any device and agrees there, while this
 * program asks now and then whether it is so. Where the issuer knows PKCE (RFC 7636) only the program that began can end it.
 */
final class DeviceFlow {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    /** RFC 8628, 3.5: each slow_down makes the interval 5 seconds longer, for good. */
    private static final Duration SLOWER = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Speaker speaker;
    private final InstantSource clock;
    private final Pause pause;
    private final SecureRandom random;
    private final Consumer<Invitation> show;

    /** @param show tells the person where to go */
    DeviceFlow(Speaker speaker, InstantSource clock, Pause pause, SecureRandom random, Consumer<Invitation> show) {
        this.speaker = speaker;
        this.clock = clock;
        this.pause = pause;
        this.random = random;
        this.show = show;
    }

    /** @throws UserError when the person refuses or does nothing, or the issuer lets it not be */
    Tokens run() throws InterruptedException {
        var verifier = verifier();
        var begun = begin(verifier);
        var deadline = clock.instant().plus(begun.lifetime());
        show.accept(begun);
        var fields = new LinkedHashMap<>(
                Map.of("grant_type", GRANT, "device_code", begun.deviceCode().reveal()));
        if (speaker.issuer().pkce()) {
            fields.put("code_verifier", verifier);
        }
        var wait = begun.interval();
        while (true) {
            pause.pause(wait);
            if (!clock.instant().isBefore(deadline)) {
                throw refused("nobody agreed in time; run it again");
            }
            switch (ask(fields)) {
                case TokenAnswer.Granted(var tokens) -> {
                    return tokens;
                }
                case TokenAnswer.Pending _ -> {}
                case TokenAnswer.TooFast _ -> wait = wait.plus(SLOWER);
                case TokenAnswer.Later _ -> wait = wait.compareTo(LONGEST) < 0 ? wait.multipliedBy(2) : wait;
                case TokenAnswer.Denied _ -> throw refused("the sign-in was refused on the page");
                case TokenAnswer.Expired _ -> throw refused("nobody agreed in time; run it again");
                case TokenAnswer.Refused refusal -> throw refused(refusal.why());
            }
        }
    }

    private Invitation begin(String verifier) throws InterruptedException {
        var fields = new LinkedHashMap<>(Map.of("scope", speaker.client().scopes()));
        if (speaker.issuer().pkce()) {
            fields.put("code_challenge", challenge(verifier));
            fields.put("code_challenge_method", "S256");
        }
        try {
            var reply = speaker.send(speaker.issuer().device(), fields);
            if (!reply.ok()) {
                throw refused(Issuer.refusal(reply));
            }
            return Invitation.of(reply).orElseThrow(() -> refused(Reply.printable(reply.uri() + " gave no code")));
        } catch (NoAnswer lost) {
            throw lost.asUserError();
        }
    }

    /** A connection that broke is no end: the person may be typing (RFC 8628, 3.5 asks for patience, ever more). */
    private TokenAnswer ask(Map<String, String> fields) throws InterruptedException {
        try {
            return speaker.token(fields);
        } catch (NoAnswer lost) {
            if (lost.passing()) {
                return new TokenAnswer.Later(String.valueOf(lost.getMessage()));
            }
            throw lost.asUserError();
        }
    }

    private String verifier() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String challenge(String verifier) {
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private UserError refused(String why) {
        return new UserError(ExitCode.REFUSED, speaker.client().issuer() + ": " + why);
    }
}
