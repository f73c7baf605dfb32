package dev.allmende.server.up;

import dev.allmende.apiserver.ApiServer;
import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Product;
import dev.allmende.cli.Terminal;
import dev.allmende.cli.UserError;
import dev.allmende.server.demo.DemoCloud;
import dev.allmende.server.place.Instance;
import dev.allmende.server.rooms.Ground;
import dev.allmende.server.rooms.Rooms;
import dev.allmende.server.status.StatusPages;
import dev.allmende.server.stop.Stop;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** One run of the server, from the claim on its folder to its end. */
final class Running {

    private static final System.Logger LOG = System.getLogger(Running.class.getName());

    private final Wanted wanted;
    private final Terminal terminal;

    Running(Wanted wanted, Terminal terminal) {
        this.wanted = wanted;
        this.terminal = terminal;
    }

    /** Returns the exit code. */
    int run() throws IOException, InterruptedException {
        wanted.folders().make();
        var ground =
                new Ground(wanted.folders(), terminal.env(), Clock.systemUTC(), wanted.issuers(), new StatusPages());
        var stop = new Stop();
        stop.listen();
        try (var instance = claim();
                var server = new Start(wanted).start(ground);
                var parts = new Parts()) {
            server.kubeconfig("allmende").write(wanted.folders().kubeconfig());
            server.metrics().also(ground.statusPages()::figures);
            tell(instance, server);
            LOG.log(System.Logger.Level.INFO, "ready at " + server.url());
            var demo = parts.keep("demonstration cloud", demo());
            var password = FirstLogin.passwordFile(Rooms.shell(ground));
            new Welcome(wanted, server.url(), demo, password, terminal).print();
            for (var room : Rooms.controllers()) {
                parts.keep(
                        "controllers of " + room.name(),
                        room.start(ground, wanted.folders().kubeconfig()));
            }
            parts.keep("housekeeping", new Housekeeping());
            if (wanted.rehearsal()) {
                Rehearsal.play(server);
            } else {
                stop.await();
            }
            LOG.log(System.Logger.Level.INFO, "stopping");
        } finally {
            stop.closed();
        }
        return 0;
    }

    private Instance claim() throws IOException, InterruptedException {
        try {
            return Instance.claim(wanted.folders().data());
        } catch (Instance.Taken taken) {
            throw new UserError(ExitCode.UNAVAILABLE, String.valueOf(taken.getMessage()), taken);
        }
    }

    private static void tell(Instance instance, ApiServer server) throws IOException {
        instance.tell(new Instance.Info(
                ProcessHandle.current().pid(),
                server.url().toString(),
                Product.version(),
                Clock.systemUTC().instant()));
    }

    private Optional<DemoCloud> demo() throws IOException {
        return wanted.demo() ? DemoCloud.startUnlessConfigured(wanted.folders(), terminal.env()) : Optional.empty();
    }
}
