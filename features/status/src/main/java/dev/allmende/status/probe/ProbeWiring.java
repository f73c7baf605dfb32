package dev.allmende.status.probe;

import dev.allmende.api.schema.Definition;
import dev.allmende.api.status.PlainStatus;
import dev.allmende.api.status.Probe;
import dev.allmende.api.status.ProbeReport;
import dev.allmende.api.status.ProbeStatus;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Mirror;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.status.alert.Alerts;
import dev.allmende.status.lifecycle.LifeCycles;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Makes the controller of probes. */
public final class ProbeWiring implements AutoCloseable {

    /** How often what was found is written into an object. */
    private static final Duration RESYNC = Duration.ofMinutes(1);

    private final Mirror mirror;
    private final Rounds rounds;
    private final CloudLogins logins;
    private final LifeCycles lifeCycles;
    private final Questions questions;
    private final InstantSource clock;

    /**
     * @param options of the client that clouds are asked with; it tries once, whatever they say
     * @param alerts that were heard
     * @param problems told what life cycles could not remove
     */
    public ProbeWiring(
            Mirror mirror,
            Rounds rounds,
            CloudAccess clouds,
            ClientOptions options,
            Alerts alerts,
            InstantSource clock,
            RandomGenerator random,
            Consumer<String> problems) {
        this.mirror = mirror;
        this.clock = clock;
        this.rounds = rounds;
        this.logins = new CloudLogins(options);
        this.lifeCycles = new LifeCycles(clock, Thread::sleep, random, problems);
        this.questions = new Questions(mirror, clouds, logins, lifeCycles, alerts, clock, random);
    }

    public Controller<Probe, ProbeStatus> controller(Opinions opinions) {
        return new Controller<>(
                Probe.class,
                Definition.of(Probe.class),
                new ProbeActuator(mirror, rounds, questions, opinions),
                ProbeStatus.UNSEEN,
                ProbeStatus::with,
                RESYNC,
                Optional.empty(),
                List.of());
    }

    /** @param listener told of the rounds of agents */
    public Controller<ProbeReport, PlainStatus> reports(Rounds.Listener listener) {
        return new Controller<>(
                ProbeReport.class,
                Definition.of(ProbeReport.class),
                new ReportActuator(mirror, clock, listener),
                PlainStatus.UNSEEN,
                PlainStatus::with,
                RESYNC,
                Optional.empty(),
                List.of());
    }

    @Override
    public void close() {
        rounds.close();
        lifeCycles.close();
        logins.close();
    }
}
