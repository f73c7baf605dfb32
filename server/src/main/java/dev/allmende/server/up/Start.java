package dev.allmende.server.up;

import dev.allmende.apiserver.ApiServer;
import dev.allmende.apiserver.store.UnusableStore;
import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import dev.allmende.server.port.PortOwner;
import dev.allmende.server.protection.ApprovalAdmission;
import dev.allmende.server.protection.ProtectionAdmission;
import dev.allmende.server.rooms.Ground;
import dev.allmende.server.rooms.Rooms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Starts the API server, and says what keeps it from starting. */
record Start(Wanted wanted) {

    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    ApiServer start(Ground ground) throws IOException {
        var builder = ApiServer.in(wanted.folders().data())
                .keys(wanted.folders().keys())
                .admission(new ProtectionAdmission())
                .admission(new ApprovalAdmission())
                .pages(inside -> Rooms.pages(ground, inside))
                .listen(wanted.listen().host(), wanted.listen().port());
        wanted.names().forEach(builder::name);
        hostName().ifPresent(builder::name);
        ground.issuers().oidc().ifPresent(issuer -> builder.tokens(issuer.tokens(ground.clock())));
        try {
            return builder.start();
        } catch (UnusableStore e) {
            throw new UserError(ExitCode.IO, String.valueOf(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw cannotListen(e);
        }
    }

    /** Who listens on every address is reached under the machine's name. A file, for a look-up might wait for the network. */
    private Optional<String> hostName() throws IOException {
        return wanted.listen().isEveryAddress() && Files.isReadable(HOST_NAME)
                ? Optional.of(Files.readString(HOST_NAME).strip())
                : Optional.empty();
    }

    private RuntimeException cannotListen(UncheckedIOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new UserError(ExitCode.UNAVAILABLE, message(String.valueOf(cause.getMessage())), e);
            }
        }
        return new UserError(ExitCode.UNAVAILABLE, e.getMessage() + "; see --listen", e);
    }

    private String message(String reason) {
        return reason.contains("in use")
                ? "cannot listen on %s: %s has the port; stop it, or choose another with --listen 127.0.0.1:PORT"
                        .formatted(
                                wanted.listen(),
                                PortOwner.of(wanted.listen().port()).orElse("another process"))
                : "cannot listen on %s: %s; name an address of this machine and a port you may have with --listen"
                        .formatted(wanted.listen(), reason);
    }
}
