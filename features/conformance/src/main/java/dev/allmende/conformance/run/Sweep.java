package dev.allmende.conformance.run;

import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.OpenStackException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Removes what a run noted, through one login. */
record Sweep(Cloud cloud, Pause pause, Duration patience, Consumer<String> progress) {

    /** A request that was cut off may still be at work in the cloud: look again that often before believing it never was. */
    private static final List<Duration> LOOK_AGAIN = List.of(Duration.ofSeconds(1), Duration.ofSeconds(3));

    /** Why a resource is still there. */
    record Leftover(Noted resource, String why) {
        String line(String run) {
            return resource.kind().word() + " " + resource.name()
                    + resource.id().map(id -> " (" + id + ")").orElse("")
                    + " is still there: " + why + "; remove it with: allmende check cleanup --cloud " + resource.cloud()
                    + " --run " + run;
        }
    }

    /** @param removed told the number of each that is gone */
    List<Leftover> remove(List<Noted> noted, IntConsumer removed) throws InterruptedException {
        var leftovers = new ArrayList<Leftover>();
        var kinds = EnumSet.noneOf(Kind.class);
        noted.forEach(resource -> kinds.add(resource.kind()));
        for (var kind : kinds) {
            var ofKind =
                    noted.stream().filter(resource -> resource.kind() == kind).toList();
            try {
                leftovers.addAll(remove(kind, ofKind, removed));
            } catch (OpenStackException failed) {
                ofKind.forEach(resource -> leftovers.add(new Leftover(resource, String.valueOf(failed.getMessage()))));
            }
        }
        return leftovers;
    }

    private List<Leftover> remove(Kind kind, List<Noted> noted, IntConsumer removed) throws InterruptedException {
        var leftovers = new ArrayList<Leftover>();
        var remover = new Remover(pause, patience);
        var met = new HashSet<Integer>();
        for (int look = 0; ; look++) {
            for (var step : Cleanup.plan(noted, find(kind, noted))) {
                if (met.add(step.noted().number())) {
                    progress.accept(
                            "removing " + kind.word() + " " + step.found().name());
                    var why = remover.remove(cloud, step.found());
                    why.ifPresentOrElse(
                            reason -> leftovers.add(new Leftover(
                                    step.noted().withId(step.found().id()), reason)),
                            () -> removed.accept(step.noted().number()));
                }
            }
            boolean unsure =
                    noted.stream().anyMatch(resource -> resource.id().isEmpty() && !met.contains(resource.number()));
            if (!unsure || look == LOOK_AGAIN.size()) {
                break;
            }
            pause.pause(LOOK_AGAIN.get(look));
        }
        noted.stream()
                .filter(resource -> !met.contains(resource.number()))
                .forEach(gone -> removed.accept(gone.number()));
        return leftovers;
    }

    /** By id where it is known: an administrator's list may leave out other domains' users. */
    private List<Found> find(Kind kind, List<Noted> noted) {
        var found = new ArrayList<Found>();
        noted.forEach(resource ->
                resource.id().flatMap(id -> Finder.find(cloud, kind, id)).ifPresent(found::add));
        if (noted.stream().anyMatch(resource -> resource.id().isEmpty())) {
            found.addAll(Finder.find(cloud, kind));
        }
        return found;
    }
}
