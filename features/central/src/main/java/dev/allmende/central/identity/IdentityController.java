package dev.allmende.central.identity;

import dev.allmende.api.DeletionPolicy;
import dev.allmende.central.identity.Identify.Claim;
import dev.allmende.central.identity.Identify.Next;
import dev.allmende.central.keycloak.Found;
import dev.allmende.central.keycloak.Things;
import dev.allmende.central.keycloak.Wanted;
import dev.allmende.central.peer.PeerException;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The loop of every kind: level-triggered, so it may be killed between any two lines. Each round makes at most one changing
 * call and then writes what it knows; the mark on the thing finds it again when the writing did not come to pass.
 */
public abstract class IdentityController<R extends Thing<S>, S extends Kept, W extends Wanted>
        implements Reconciler<R>, Cleaner<R> {

    private final Kind<S, R, W> kind;
    private final Surroundings around;

    /**
     * What all controllers share.
     *
     * @param users who uses a resource, of whatever kind
     */
    public record Surroundings(Keycloaks keycloaks, Users users, Pace pace, Clock clock) {}

    /** Who uses a resource. */
    @FunctionalInterface
    public interface Users {
        List<String> of(io.fabric8.kubernetes.client.KubernetesClient kubernetes, Thing<?> resource);
    }

    protected IdentityController(Kind<S, R, W> kind, Surroundings around) {
        this.kind = kind;
        this.around = around;
    }

    @Override
    public List<EventSource<?, R>> prepareEventSources(EventSourceContext<R> context) {
        return new Wakeups<>(kind, context).all();
    }

    /** Where a round ended. */
    private record End(ThingStatus status, Verdict verdict) {}

    @Override
    public UpdateControl<R> reconcile(R resource, Context<R> context) {
        var before = resource.statusOrNew();
        End end;
        try {
            end = round(resource, before, scene(resource, context, false));
        } catch (Waiting waiting) {
            end = new End(before, Verdict.waiting(String.valueOf(waiting.getMessage())));
        } catch (PeerException failure) {
            end = new End(before, Verdict.of(failure));
        }
        var users = around.users().of(context.getClient(), resource);
        return write(resource, before, end.status().withUsers(users), end.verdict());
    }

    private End round(R resource, ThingStatus before, Scene scene) {
        var spec = resource.getSpec();
        var place = kind.place(resource, scene);
        var things = kind.things(place);
        var wanted = kind.wanted(resource, scene, place);
        var found = find(spec, before, things, wanted);
        var claim = new Claim(
                resource.getMetadata().getUid(),
                Optional.ofNullable(before.id()),
                spec.observed(),
                spec.imported() != null,
                changed(resource, before) || spec.driftOrReport() == DriftPolicy.CORRECT);
        var what = resource.getKind() + " '" + wanted.name() + "'";
        return switch (Identify.next(claim, found, what)) {
            case Next.Stuck(Verdict verdict) -> new End(before, verdict);
            case Next.Make() -> new End(before.withId(things.create(wanted, claim.uid())), Verdict.working("Creating"));
            case Next.Adopt(Found it) -> {
                things.adopt(it, claim.uid());
                yield new End(before.withId(it.id()), Verdict.working("Creating"));
            }
            case Next.Keep(Found it) -> keep(resource, before.withId(it.id()), it, wanted, things, scene, place);
        };
    }

    private static <W extends Wanted> Optional<Found> find(Kept spec, ThingStatus before, Things<W> things, W wanted) {
        var imported = spec.imported();
        var id = before.id() != null ? before.id() : imported == null ? null : imported.id();
        var known = id == null ? Optional.<Found>empty() : things.get(id);
        // One that was removed may have been made again, by us before a crash or by somebody.
        var byId = imported != null && imported.id() != null;
        return known.isPresent() || byId ? known : things.find(wanted);
    }

    private End keep(
            R resource, ThingStatus status, Found found, W wanted, Things<W> things, Scene scene, Place place) {
        var spec = resource.getSpec();
        if (spec.observed()) {
            return new End(status.settled(generation(resource), Map.of()), Verdict.observed());
        }
        var changed = changed(resource, status);
        if (!changed && spec.driftOrReport() == DriftPolicy.IGNORE) {
            return new End(status, Verdict.good());
        }
        if (changed || spec.driftOrReport() == DriftPolicy.CORRECT) {
            if (things.step(wanted, found)) {
                return new End(status, Verdict.working("Updating"));
            }
        } else {
            var drift = things.drift(wanted, found);
            if (!drift.isEmpty()) {
                return new End(status.withDrift(drift), Verdict.drifted(drift.size()));
            }
        }
        var used = Objects.requireNonNullElse(status.secrets(), Map.<String, String>of());
        var secrets = kind.secrets(resource, found, scene, place, used);
        return new End(status.settled(generation(resource), secrets), Verdict.good());
    }

    private UpdateControl<R> write(R resource, ThingStatus before, ThingStatus status, Verdict verdict) {
        var now = around.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
        var after = status.withConditions(verdict.conditions(before, generation(resource), now));
        var pause = pause(verdict);
        if (after.equals(before)) {
            return UpdateControl.<R>noUpdate().rescheduleAfter(pause);
        }
        return UpdateControl.patchStatus(onlyStatus(resource, after)).rescheduleAfter(pause);
    }

    private Duration pause(Verdict verdict) {
        if (verdict.ready()) {
            return around.pace().calm();
        }
        // A step of ours was made: there is nothing to wait for.
        var working = verdict.progressing() && verdict.message().isEmpty();
        return working
                ? Duration.ofMillis(1)
                : verdict.progressing() ? around.pace().busy() : around.pace().stuck();
    }

    /** What server-side apply of status takes: nothing else in it. */
    private R onlyStatus(R resource, ThingStatus status) {
        try {
            var patch = kind.type().getConstructor().newInstance();
            patch.getMetadata().setName(resource.getMetadata().getName());
            patch.getMetadata().setNamespace(resource.getMetadata().getNamespace());
            patch.setStatus(status);
            return patch;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(kind.type() + " needs a public constructor without parameters", impossible);
        }
    }

    @Override
    public DeleteControl cleanup(R resource, Context<R> context) {
        var before = resource.statusOrNew();
        Verdict verdict;
        var users = around.users().of(context.getClient(), resource);
        try {
            if (!users.isEmpty()) {
                verdict = Verdict.waiting("the deletion of " + String.join(", ", users));
            } else {
                var left = remove(resource, before, scene(resource, context, true));
                if (left.isEmpty()) {
                    return DeleteControl.defaultDelete();
                }
                verdict = left.get();
            }
        } catch (Waiting waiting) {
            if (before.id() == null) {
                // What it needed never was there, so it was never made.
                return DeleteControl.defaultDelete();
            }
            verdict = Verdict.waiting(String.valueOf(waiting.getMessage()));
        } catch (PeerException failure) {
            verdict = Verdict.of(failure);
        }
        var control = write(resource, before, before.withUsers(users), verdict);
        control.getResource()
                .ifPresent(patch -> context.getClient().resource(patch).patchStatus());
        return DeleteControl.noFinalizerRemoval()
                .rescheduleAfter(
                        verdict.progressing()
                                ? around.pace().busy()
                                : around.pace().stuck());
    }

    /** Empty when nothing of ours is left. */
    private Optional<Verdict> remove(R resource, ThingStatus before, Scene scene) {
        var policy = resource.getSpec().deletion(kind.deletion());
        if (policy == DeletionPolicy.PROTECT) {
            return Optional.of(Verdict.stuck(
                    "Protected",
                    "deletionPolicy is Protect: set it to Delete, or to Retain to keep what is in Keycloak"));
        }
        if (policy == DeletionPolicy.RETAIN) {
            return Optional.empty();
        }
        var place = kind.place(resource, scene);
        var things = kind.things(place);
        var uid = resource.getMetadata().getUid();
        var known = Optional.ofNullable(before.id()).flatMap(things::get);
        // Killed before the status was written: the mark tells.
        var found = known.isPresent() ? known : things.find(kind.wanted(resource, scene, place));
        found.filter(it -> it.owner().filter(uid::equals).isPresent()).ifPresent(it -> things.delete(it.id()));
        return Optional.empty();
    }

    private Scene scene(R resource, Context<R> context, boolean leaving) {
        return new Scene(context.getClient(), resource.getMetadata().getNamespace(), around.keycloaks(), leaving);
    }

    private static boolean changed(Thing<?> resource, ThingStatus status) {
        return !generation(resource).equals(status.observedGeneration());
    }

    private static Long generation(Thing<?> resource) {
        return resource.getMetadata().getGeneration();
    }
}
