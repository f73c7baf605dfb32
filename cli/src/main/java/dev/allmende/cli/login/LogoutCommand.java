package dev.allmende.cli.login;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.StateFolder;
import dev.allmende.cli.Terminal;
import dev.allmende.cli.UserError;
import dev.allmende.cli.wire.NoAnswer;
import dev.allmende.openstack.config.Secret;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Forgets logins, here and at their issuers. */
@Command(
        name = "logout",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "End what allmende login began: forget the tokens, and have the issuer revoke them where it can (RFC 7009).",
            "Contexts in kubeconfigs stay; kubectl then asks for a new login."
        })
public final class LogoutCommand implements Callable<Integer> {

    @Option(names = "--issuer", paramLabel = "URL", description = "Only logins at this issuer. Default: all.")
    private @Nullable String issuer;

    private final Terminal terminal;

    public LogoutCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        var keep = new Keep(StateFolder.logins(terminal.env()));
        var wanted = keep.all().stream()
                .filter(kept -> issuer == null || issuer.equals(kept.client().issuer()))
                .toList();
        if (wanted.isEmpty()) {
            terminal.out().println("You are not signed in" + (issuer == null ? "." : " at " + issuer + "."));
        }
        int exitCode = ExitCode.CONFORMS;
        for (var kept : wanted) {
            keep.remove(kept.client());
            exitCode = Math.max(exitCode, revoke(kept));
        }
        return exitCode;
    }

    private int revoke(Keep.Kept kept) throws IOException, InterruptedException {
        var who = kept.tokens().user() + " at " + kept.client().issuer();
        try {
            boolean revoked = kept.tokens().refresh().isPresent()
                    && revoked(kept.client(), kept.tokens().refresh().get());
            terminal.out()
                    .println("Signed out: " + who
                            + (revoked
                                    ? "."
                                    : "; the session at the issuer ends by itself, there is nothing to revoke."));
            return ExitCode.CONFORMS;
        } catch (UserError failed) {
            terminal.err()
                    .println("error: the tokens of %s are forgotten here, and could not be revoked: %s"
                            .formatted(who, failed.getMessage()));
            return ExitCode.UNAVAILABLE;
        }
    }

    /** False where the issuer revokes nothing. */
    private static boolean revoked(Client client, Secret refresh) throws IOException, InterruptedException {
        try (var speaker = Speaker.to(client)) {
            Optional<java.net.URI> endpoint = speaker.issuer().revocation();
            if (endpoint.isEmpty()) {
                return false;
            }
            var reply =
                    speaker.send(endpoint.get(), Map.of("token", refresh.reveal(), "token_type_hint", "refresh_token"));
            if (!reply.ok()) {
                throw new UserError(ExitCode.UNAVAILABLE, client.issuer() + ": " + Issuer.refusal(reply));
            }
            return true;
        } catch (NoAnswer lost) {
            throw lost.asUserError();
        }
    }
}
