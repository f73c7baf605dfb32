package dev.allmende.server.up;

import dev.allmende.apiserver.ApiServer;
import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Product;
import dev.allmende.cli.Terminal;
import dev.allmende.cli.UserError;
import dev.allmende.server.place.Instance;
import dev.allmende.server.rooms.Ground;
import dev.allmende.server.rooms.Rooms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Clock;
import java.time.Instant;

/** One run of the server, from the claim on its folder to its end. */
final class Running {

    private static final System.Logger LOG = System.getLogger(Running.class.getName());

    private final Wanted wanted;
    private final Terminal terminal;

    Running(Wanted wanted, Terminal terminal) {
        this.wanted = wanted;
        this.terminal = terminal;
    }

    void run() throws IOException, InterruptedException {
        wanted.folders().make();
        var stop = new Stop();
        stop.listen();
        var ground = new Ground(wanted.folders(), terminal.env(), Clock.systemUTC());
        try (var instance = claim();
                var server = start(ground);
                var controllers = new RunningControllers()) {
            server.kubeconfig("allmende").write(wanted.folders().kubeconfig());
            instance.tell(new Instance.Info(
                    ProcessHandle.current().pid(), server.url().toString(), Product.version(), Instant.now()));
            new Welcome(wanted.folders(), server.url()).print(terminal.out());
            LOG.log(System.Logger.Level.INFO, "ready at " + server.url());
            Rooms.controllers().forEach(room -> controllers.start(room, ground));
            stop.await();
            LOG.log(System.Logger.Level.INFO, "stopping");
        } finally {
            stop.closed();
        }
    }

    private Instance claim() throws IOException {
        try {
            return Instance.claim(wanted.folders().data());
        } catch (Instance.Taken taken) {
            throw new UserError(ExitCode.UNAVAILABLE, String.valueOf(taken.getMessage()), taken);
        }
    }

    private ApiServer start(Ground ground) throws IOException {
        var builder = ApiServer.in(wanted.folders().data())
                .keys(wanted.folders().keys())
                .pages(inside -> Rooms.pages(ground, inside))
                .listen(wanted.listen().host(), wanted.listen().port());
        wanted.names().forEach(builder::name);
        try {
            return builder.start();
        } catch (UncheckedIOException e) {
            throw refused(e);
        }
    }

    private RuntimeException refused(UncheckedIOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                var who = PortOwner.of(wanted.listen().port()).orElse("another process");
                return new UserError(
                        ExitCode.UNAVAILABLE,
                        "cannot listen on %s, %s does (%s): stop that one, or choose another with --listen 127.0.0.1:PORT"
                                .formatted(wanted.listen(), who, cause.getMessage()),
                        e);
            }
        }
        return e;
    }
}
