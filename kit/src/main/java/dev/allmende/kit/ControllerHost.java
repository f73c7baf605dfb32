package dev.allmende.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.api.Observed;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ConfigurationService;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.config.ResolvedControllerConfiguration;
import io.javaoperatorsdk.operator.api.config.informer.InformerConfiguration;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs controllers against an API, whichever it is: all it knows of that is the client. Closing it lets looks that are
 * under way end, for a moment, and gives the Lease back.
 */
public final class ControllerHost implements AutoCloseable {

    private static final Duration LAST_LOOKS = Duration.ofSeconds(2);

    private final Operator operator;
    private final Mirror mirror;
    private final Figures figures;
    private final Options options;

    private ControllerHost(Operator operator, Mirror mirror, Figures figures, Options options) {
        this.operator = operator;
        this.mirror = mirror;
        this.figures = figures;
        this.options = options;
    }

    /**
     * How to run.
     *
     * @param election empty when there is one process only
     * @param problems told what went wrong beside the objects
     */
    public record Options(Optional<Election> election, InstantSource clock, Consumer<String> problems) {}

    /**
     * One of several processes acts, the others stand by.
     *
     * @param identity of this process, unique
     * @param lost called when another one acts now: the process must end, since a look may still be under way
     */
    public record Election(String identity, Runnable lost) {

        static final String LEASE = "allmende-controllers";
    }

    /**
     * Installs the definitions and starts; with an election it returns before this process leads.
     *
     * @param mirror that the controllers were made with; it is closed with this
     */
    public static ControllerHost start(Mirror mirror, List<Controller<?, ?>> controllers, Options options) {
        return start(mirror, List.of(), controllers, options);
    }

    /** @param further definitions, of kinds that no controller acts for */
    public static ControllerHost start(
            Mirror mirror, List<ObjectNode> further, List<Controller<?, ?>> controllers, Options options) {
        var kubernetes = mirror.kubernetes();
        Definitions.install(
                kubernetes,
                Stream.concat(further.stream(), controllers.stream().map(Controller::definition))
                        .toList());
        var figures = new Figures();
        controllers.forEach(controller -> register(mirror, controller));
        mirror.start();
        var operator = new Operator(configuration -> configure(configuration, mirror, options, figures));
        var events = new Events(kubernetes, options.clock(), options.problems());
        controllers.forEach(controller -> register(operator, controller, mirror, events, figures, options));
        operator.start();
        if (options.election().isEmpty()) {
            figures.leads(true);
        }
        return new ControllerHost(operator, mirror, figures, options);
    }

    private static <R extends CustomResource<?, S>, S extends Observed> void register(
            Mirror mirror, Controller<R, S> controller) {
        mirror.register(new Uses<>(controller.kind(), controller.needs()));
    }

    private static <R extends CustomResource<?, S>, S extends Observed> void register(
            Operator operator,
            Controller<R, S> controller,
            Mirror mirror,
            Events events,
            Figures figures,
            Options options) {
        var loop = controller.remover().isPresent()
                ? new LoopToTheEnd<>(
                        controller, controller.remover().get(), mirror.wakes(), events, figures, options.clock())
                : new Loop<>(controller, mirror.wakes(), events, figures, options.clock());
        operator.register(loop, settings(controller, mirror, operator.getConfigurationService()));
    }

    /** Written out because the SDK cannot read a kind from a class that serves all kinds. */
    private static <R extends CustomResource<?, S>, S extends Observed> ControllerConfiguration<R> settings(
            Controller<R, S> controller, Mirror mirror, ConfigurationService service) {
        var name = controller.kind().getSimpleName().toLowerCase(Locale.ROOT);
        return new ResolvedControllerConfiguration<>(
                name,
                false,
                Loop.class.getName(),
                null,
                null,
                null,
                name + ".allmende.dev/finalizer",
                null,
                null,
                service,
                InformerConfiguration.builder(controller.kind())
                        .withItemStore(mirror.sharedStore(controller.kind()))
                        .withOnUpdateFilter(ControllerHost::isNews)
                        .buildForController(),
                false,
                null);
    }

    /** Of all that changes in an object its status is no news: that is our own word. Annotations may ask for something. */
    private static boolean isNews(HasMetadata now, HasMetadata before) {
        return !news(now).equals(news(before));
    }

    private static List<Object> news(HasMetadata object) {
        var metadata = object.getMetadata();
        return List.of(
                Objects.requireNonNullElse(metadata.getGeneration(), 0L),
                Objects.requireNonNullElse(metadata.getAnnotations(), Map.of()),
                metadata.getFinalizers(),
                Objects.requireNonNullElse(metadata.getDeletionTimestamp(), ""));
    }

    private static void configure(
            ConfigurationServiceOverrider configuration, Mirror mirror, Options options, Figures figures) {
        configuration
                .withKubernetesClient(mirror.kubernetes())
                .withCloseClientOnStop(false)
                .withUseSSAToPatchPrimaryResource(false)
                .withExecutorService(Executors.newVirtualThreadPerTaskExecutor())
                .withReconciliationTerminationTimeout(LAST_LOOKS);
        candidate(mirror, options)
                .map(candidate -> candidate.configuration(figures))
                .ifPresent(configuration::withLeaderElectionConfiguration);
    }

    private static Optional<Candidate> candidate(Mirror mirror, Options options) {
        return options.election().map(election -> new Candidate(election, mirror.namespace()));
    }

    public Figures figures() {
        return figures;
    }

    @Override
    public void close() {
        operator.stop();
        candidate(mirror, options)
                .ifPresent(candidate -> candidate.giveBack(mirror.kubernetes(), options.clock(), options.problems()));
        mirror.close();
    }
}
