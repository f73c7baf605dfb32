package dev.allmende.conformance.run;

import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.OpenStackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Removes what runs left behind that were killed: first what their journals on this machine note, then, through one
 * cloud, whatever else carries the mark of a run and is old enough to belong to none that is under way elsewhere.
 *
 * <p>Touches only what carries a run's mark in its name. Can be repeated.
 *
 * @param journals folder of the runs' notes
 * @param clouds opens the login of that name
 * @param patience how long to wait for one resource to go
 */
public record Cleanup(Clock clock, Pause pause, Path journals, Logins clouds, Duration patience) {

    /** Opens logins by their names. */
    @FunctionalInterface
    public interface Logins {
        /** @throws OpenStackException when there is none of that name */
        Cloud open(String name);
    }

    /**
     * What to remove.
     *
     * @param cloud to search for marks, and whose journals count
     * @param run only this run's
     * @param olderThan age from which a resource without a journal is taken for left behind, unless {@code run} names it
     */
    public record Request(String cloud, Optional<String> run, Duration olderThan) {}

    /**
     * What came of it.
     *
     * @param removed one line each
     * @param leftovers one line each, with the reason
     * @param spared one line each: runs that are still under way, resources too young
     */
    public record Result(List<String> removed, List<String> leftovers, List<String> spared) {
        public Result {
            removed = List.copyOf(removed);
            leftovers = List.copyOf(leftovers);
            spared = List.copyOf(spared);
        }
    }

    /** One removal. */
    record Step(Noted noted, Found found) {}

    /** What of the noted resources is there, in the order in which it can be removed. */
    static List<Step> plan(List<Noted> noted, List<Found> found) {
        return found.stream()
                .sorted(Comparator.comparing(Found::kind))
                .flatMap(there -> noted.stream()
                        .filter(resource -> there.run().isPresent() && resource.is(there))
                        .limit(1)
                        .map(resource -> new Step(resource, there)))
                .toList();
    }

    /**
     * Which resources are left behind by their mark alone, in the order in which they can be removed.
     *
     * @param alive runs under way on this machine
     */
    static List<Found> leftBehind(List<Found> found, Request request, Set<String> alive, Instant now) {
        return found.stream()
                .filter(there -> there.run().filter(run -> !alive.contains(run)).isPresent())
                .filter(there -> request.run().isPresent()
                        ? there.run().equals(request.run())
                        : there.created()
                                .map(created -> !created.isAfter(now.minus(request.olderThan())))
                                .orElse(false))
                .sorted(Comparator.comparing(Found::kind))
                .toList();
    }

    /** @throws InterruptedException when cut off; what is left can be removed by another call */
    public Result run(Request request, Consumer<String> progress) throws InterruptedException {
        var removed = new ArrayList<String>();
        var leftovers = new ArrayList<String>();
        var spared = new ArrayList<String>();
        var alive = new HashSet<String>();
        for (var journal : Journal.in(journals)) {
            if (journal.alive()) {
                alive.add(journal.run());
                spared.add("run " + journal.run() + " is still under way");
            } else if (request.run().map(journal.run()::equals).orElse(true) && concerns(journal, request.cloud())) {
                leftovers.addAll(sweep(journal, progress, removed));
            }
        }
        search(request, alive, progress, removed, leftovers, spared);
        return new Result(removed, leftovers, spared);
    }

    private static boolean concerns(Journal journal, String cloud) {
        return journal.left().isEmpty()
                || journal.left().stream().anyMatch(resource -> resource.cloud().equals(cloud));
    }

    private List<String> sweep(Journal journal, Consumer<String> progress, List<String> removed)
            throws InterruptedException {
        var leftovers = new ArrayList<String>();
        var byCloud = new LinkedHashMap<String, List<Noted>>();
        journal.left()
                .forEach(resource -> byCloud.computeIfAbsent(resource.cloud(), name -> new ArrayList<>())
                        .add(resource));
        for (var each : byCloud.entrySet()) {
            var gone = new HashSet<Integer>();
            try (var cloud = clouds.open(each.getKey())) {
                new Sweep(cloud, pause, patience, progress)
                        .remove(each.getValue(), gone::add)
                        .forEach(leftover -> leftovers.add(leftover.line(journal.run())));
            } catch (OpenStackException failed) {
                leftovers.add("run " + journal.run() + ": " + failed.getMessage());
            }
            for (var resource : each.getValue()) {
                if (gone.contains(resource.number())) {
                    noteRemoval(journal, resource.number());
                    removed.add(resource.kind().word() + " " + resource.name());
                }
            }
        }
        if (leftovers.isEmpty()) {
            delete(journal);
        }
        return leftovers;
    }

    private void search(
            Request request,
            Set<String> alive,
            Consumer<String> progress,
            List<String> removed,
            List<String> leftovers,
            List<String> spared)
            throws InterruptedException {
        try (var cloud = clouds.open(request.cloud())) {
            var remover = new Remover(pause, patience);
            for (var kind : Kind.values()) {
                var found = findIfAllowed(cloud, kind);
                var old = leftBehind(found, request, alive, clock.instant());
                found.stream()
                        .filter(there -> request.run().isEmpty() && !old.contains(there))
                        .forEach(young -> spared.add(nameOf(young) + " is too young, or of a run under way"));
                for (var there : old) {
                    progress.accept("removing " + nameOf(there));
                    var why = remover.remove(cloud, there);
                    why.ifPresentOrElse(
                            reason -> leftovers.add(nameOf(there) + " (" + there.id() + ") is still there: " + reason),
                            () -> removed.add(nameOf(there)));
                }
            }
        }
    }

    /** A plain user may not list users and domains, and has made none. */
    private static List<Found> findIfAllowed(Cloud cloud, Kind kind) {
        try {
            return Finder.find(cloud, kind);
        } catch (OpenStackException refused) {
            return switch (refused.kind()) {
                case FORBIDDEN, MISSING_SERVICE, NOT_FOUND -> List.of();
                default -> throw refused;
            };
        }
    }

    private static String nameOf(Found found) {
        return found.kind().word() + " " + found.name();
    }

    private void noteRemoval(Journal journal, int number) {
        var line = "{\"n\":" + number + ",\"event\":\"removed\",\"at\":\"" + clock.instant() + "\"}\n";
        try {
            Files.writeString(journal.file(), line, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + journal.file(), e);
        }
    }

    private static void delete(Journal journal) {
        try {
            Files.deleteIfExists(journal.file());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + journal.file(), e);
        }
    }
}
