package dev.allmende.server.agent;

import dev.allmende.api.status.ProbeSpec;
import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Terminal;
import dev.allmende.cli.UserError;
import dev.allmende.server.objects.ApiOptions;
import dev.allmende.server.stop.Stop;
import dev.allmende.status.StatusSite;
import dev.allmende.status.probe.ProbeAgent;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks the probes of a page at another place, such as outside the cloud that they are about. */
@Command(
        name = "probe-agent",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Ask the probes of a status page from this place, until Ctrl-C or SIGTERM.",
            "Asked are those whose spec.places names it, as far as they need no login. What is found is written into the"
                    + " ProbeReport of that name, which must be there; probes are asked on while the API is away."
        })
public final class ProbeAgentCommand implements Callable<Integer> {

    private static final String PLACE = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

    @Option(names = "--place", required = true, paramLabel = "NAME", description = "This place, as probes name it.")
    private String place = "";

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            defaultValue = StatusSite.HOME,
            description = "Namespace of the page. Default: ${DEFAULT-VALUE}.")
    private String namespace = StatusSite.HOME;

    @Mixin
    private ApiOptions api = new ApiOptions();

    private final Terminal terminal;

    public ProbeAgentCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!place.matches(PLACE) || place.equals(ProbeSpec.HERE)) {
            throw new UserError(
                    ExitCode.USAGE,
                    "--place: '%s' cannot be the name of a place: small letters, digits and hyphens, 63 at most, and not '%s'"
                            .formatted(place, ProbeSpec.HERE));
        }
        var stop = new Stop();
        stop.listen();
        try (var kubernetes = api.connect(terminal)) {
            var agent = new ProbeAgent(
                    kubernetes,
                    namespace,
                    place,
                    Clock.systemUTC(),
                    RandomGenerator.getDefault(),
                    Thread::sleep,
                    this::say);
            say("asks the probes of %s at %s for the place %s".formatted(namespace, kubernetes.getMasterUrl(), place));
            var defect = new AtomicReference<@Nullable Throwable>();
            // An agent that asks no more is the command's end: nobody is to wait for it.
            var asking = Thread.ofVirtual()
                    .name("agent")
                    .uncaughtExceptionHandler((thread, why) -> {
                        defect.set(why);
                        stop.ask();
                    })
                    .start(() -> run(agent));
            stop.await();
            asking.interrupt();
            asking.join();
            var why = defect.get();
            if (why != null) {
                throw new IllegalStateException("the agent ended: " + why, why);
            }
        } finally {
            stop.closed();
        }
        return ExitCode.CONFORMS;
    }

    private static void run(ProbeAgent agent) {
        try {
            agent.run();
        } catch (InterruptedException ended) {
            return; // as asked
        }
    }

    private synchronized void say(String line) {
        terminal.out().println(line);
        terminal.out().flush();
    }
}
