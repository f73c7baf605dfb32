package dev.allmende.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.api.schema.Definition;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.Messenger;
import dev.allmende.api.status.Probe;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Mirror;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.status.alert.AlertView;
import dev.allmende.status.alert.Alerts;
import dev.allmende.status.availability.AvailabilityView;
import dev.allmende.status.badge.BadgeView;
import dev.allmende.status.board.Boards;
import dev.allmende.status.caller.Callers;
import dev.allmende.status.caller.Grants;
import dev.allmende.status.caller.Writers;
import dev.allmende.status.component.ComponentFigures;
import dev.allmende.status.component.ComponentWiring;
import dev.allmende.status.contract.ContractView;
import dev.allmende.status.contract.Guard;
import dev.allmende.status.contract.Writes;
import dev.allmende.status.export.ExportWiring;
import dev.allmende.status.feed.CalendarView;
import dev.allmende.status.feed.NewsView;
import dev.allmende.status.impact.Impacts;
import dev.allmende.status.incident.IncidentWiring;
import dev.allmende.status.maintenance.MaintenanceWiring;
import dev.allmende.status.notice.Networks;
import dev.allmende.status.page.Kept;
import dev.allmende.status.page.ReaderView;
import dev.allmende.status.probe.CloudAccess;
import dev.allmende.status.probe.Key;
import dev.allmende.status.probe.ProbeFigures;
import dev.allmende.status.probe.ProbeWiring;
import dev.allmende.status.probe.Rounds;
import dev.allmende.status.subscription.SubscriptionWiring;
import dev.allmende.status.summary.SummaryView;
import dev.allmende.status.trace.Traces;
import dev.allmende.status.trace.Tracing;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** This room: its kinds, its controllers, and what clients see. */
public final class Status implements AutoCloseable {

    private final Boards boards;
    private final StatusSite site;
    private final List<Controller<?, ?>> controllers;
    private final Impacts impacts;
    private final Rounds rounds;
    private final ProbeFigures figures;
    private final ComponentFigures components;
    private final ProbeWiring probes;

    /** Who asks, and what they may. */
    public record Access(Callers callers, Grants grants) {

        /** Everybody reads what is public, nobody writes. */
        public static final Access NONE = new Access(Callers.NONE, Grants.NONE);
    }

    /**
     * What probes and messages reach.
     *
     * @param options of the client that clouds are asked with
     * @param problems told what went wrong beside the objects
     * @param networks that webhooks may be in
     * @param tracing where traces of life cycles go
     * @param exports folder below which pages are exported; empty for nowhere
     */
    public record Reach(
            CloudAccess clouds,
            ClientOptions options,
            Consumer<String> problems,
            Networks networks,
            Optional<Tracing> tracing,
            Optional<Path> exports) {

        /** Messages go to public addresses only; nothing is exported. */
        public Reach(CloudAccess clouds, ClientOptions options, Consumer<String> problems) {
            this(clouds, options, problems, Networks.PUBLIC, Optional.empty(), Optional.empty());
        }
    }

    /** Before the mirror starts. */
    public Status(Mirror mirror, InstantSource clock, Reach reach, Access access) {
        this.boards = new Boards(mirror, clock);
        var alerts = new Alerts();
        var contract = new ContractView(
                new Guard(access.callers(), access.grants()), new Writes(mirror.kubernetes(), boards, clock), clock);
        var subscriptions = new SubscriptionWiring(mirror, boards, clock, reach.networks());
        this.site = new StatusSite(
                boards,
                List.of(
                        contract,
                        new AlertView(mirror, alerts, clock),
                        new Kept(
                                List.of(
                                        new SummaryView(clock),
                                        new AvailabilityView(clock),
                                        new BadgeView(clock),
                                        new NewsView(clock),
                                        new CalendarView(clock)),
                                clock),
                        new ReaderView(clock, subscriptions::hasSignUp, new Writers(access.callers(), access.grants())),
                        subscriptions.view()));
        var random = RandomGenerator.getDefault();
        this.impacts = new Impacts(mirror, boards, clock, reach.problems());
        this.figures = new ProbeFigures(impacts);
        this.components = new ComponentFigures(boards, clock);
        var traces = reach.tracing().map(each -> new Traces(each, random, reach.problems()));
        Rounds.Listener heard = (key, place, result) -> {
            figures.heard(key, place, result);
            impacts.heard(key, place, result);
            traces.filter(each -> isLifecycle(mirror, key)).ifPresent(each -> each.heard(key, place, result));
        };
        this.rounds = new Rounds(clock, random, Thread::sleep, heard);
        this.probes = new ProbeWiring(
                mirror, rounds, reach.clouds(), reach.options(), alerts, clock, random, reach.problems());
        this.controllers = List.of(
                IncidentWiring.controller(mirror),
                MaintenanceWiring.controller(mirror, clock),
                ComponentWiring.controller(boards, clock),
                probes.controller(impacts),
                probes.reports(heard),
                subscriptions.controller(),
                ExportWiring.controller(mirror, boards, clock, reach.exports()));
    }

    public Boards boards() {
        return boards;
    }

    private static boolean isLifecycle(Mirror mirror, Key key) {
        return mirror.find(Probe.class, key.namespace(), key.name())
                .filter(probe -> probe.getSpec().lifecycle() != null)
                .isPresent();
    }

    /** What probes found and how components fare, in Prometheus' text format. */
    public String figures() {
        return figures.text() + components.text();
    }

    public StatusSite site() {
        return site;
    }

    /** Of kinds that no controller acts for: views read them as they are. */
    public static List<ObjectNode> definitions() {
        return Stream.of(ImpactType.class, Messenger.class).map(Definition::of).toList();
    }

    public List<Controller<?, ?>> controllers() {
        return controllers;
    }

    @Override
    public void close() {
        probes.close();
        impacts.close();
    }
}
