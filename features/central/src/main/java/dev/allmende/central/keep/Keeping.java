package dev.allmende.central.keep;

import dev.allmende.api.Status;
import dev.allmende.api.Thing;
import dev.allmende.api.schema.Definition;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.central.tenant.Projects;
import dev.allmende.kit.Actuator;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import dev.allmende.kit.Mirror;
import dev.allmende.kit.Remover;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes controllers of kinds whose objects stand for a thing in the cloud. */
public record Keeping(Mirror mirror, Projects projects) {

    /** How often a change behind our back is looked for. */
    private static final Duration RESYNC = Duration.ofMinutes(10);

    public References references() {
        return new References(mirror);
    }

    /** @param needs beside the tenant */
    public <R extends Thing<?, O>, O extends Record, W extends Wanted<W>, T extends Resource>
            Controller<R, Status<O>> controller(
                    Class<R> kind, Recipe<R, O, W, T> recipe, List<Dependency<R, ?>> needs) {
        return controller(
                kind,
                new Keeper<>(projects, recipe, mirror::holders),
                new Undoer<>(projects, recipe, mirror::holders),
                needs);
    }

    /** Of things that are claimed by name. */
    public <R extends Thing<?, O>, O extends Record, T> Controller<R, Status<O>> controller(
            Class<R> kind, Claims<R, O, T> claims, List<Dependency<R, ?>> needs) {
        return controller(kind, new Claimant<>(claims, mirror::holders), new Waiver<>(claims, mirror::holders), needs);
    }

    private static <R extends Thing<?, O>, O extends Record> Controller<R, Status<O>> controller(
            Class<R> kind,
            Actuator<R, Status<O>> actuator,
            Remover<R, Status<O>> remover,
            List<Dependency<R, ?>> needs) {
        var all = new ArrayList<>(needs);
        all.add(new Dependency<>(Tenant.class, Keeping::tenant, false));
        return new Controller<>(
                kind, Definition.of(kind), actuator, Status.unseen(), Status::with, RESYNC, Optional.of(remover), all);
    }

    private static Stream<Dependency.Place> tenant(Thing<?, ?> thing) {
        return Stream.of(new Dependency.Place("", thing.getMetadata().getNamespace()));
    }
}
