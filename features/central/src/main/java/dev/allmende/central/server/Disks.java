package dev.allmende.central.server;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.compute.ServerVolume;
import dev.allmende.api.storage.Volume;
import dev.allmende.central.keep.Change;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.compute.Attachment;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Volumes beside the one that a server boots from. */
record Disks(ServerLook look) {

    Sought<List<Change>> changes() {
        return Wanted.parts(look.server(), look.spec().volumes())
                .map(this::changes)
                .orElseGet(() -> Sought.of(List.of()));
    }

    private Sought<List<Change>> changes(List<ServerVolume> wanted) {
        return Sought.all(wanted.stream().map(this::attached))
                .map(each -> Stream.concat(
                                each.stream().flatMap(List::stream),
                                unwanted(wanted).map(this::detached))
                        .toList());
    }

    private Optional<String> known(ObjectReference volume) {
        return look.references()
                .placed(Volume.class, look.server(), volume)
                .map(found -> Objects.requireNonNull(found.getStatus().id()));
    }

    /** A volume that is on the server already need not be ready. */
    private Sought<List<Change>> attached(ServerVolume wanted) {
        boolean isThere = known(wanted.volumeRef())
                .filter(look.thing().volumeIds()::contains)
                .isPresent();
        return isThere
                ? Sought.of(List.of())
                : look.references()
                        .id(Volume.class, look.server(), wanted.volumeRef())
                        .map(id -> List.of(Change.of(
                                "volume " + id,
                                "attached",
                                "detached",
                                () -> look.computing()
                                        .attach(look.id(), id, Objects.requireNonNullElse(wanted.device(), "")))));
    }

    private Change detached(String volume) {
        return Change.of(
                "volume " + volume,
                "detached",
                "attached",
                () -> look.computing().detach(look.id(), volume));
    }

    private Stream<String> unwanted(List<ServerVolume> wanted) {
        var left = new HashSet<>(look.thing().volumeIds());
        wanted.forEach(each -> known(each.volumeRef()).ifPresent(left::remove));
        var boot = look.spec().boot();
        if (boot != null && boot.volumeRef() != null) {
            known(boot.volumeRef()).ifPresent(left::remove);
            return left.stream().sorted();
        }
        boolean bootsFromVolume = look.thing().imageId().isEmpty();
        return bootsFromVolume ? withoutRoot(left) : left.stream().sorted();
    }

    /** Nova tells which volume is the root by the device only; it need not be asked when there is no other. */
    private Stream<String> withoutRoot(Set<String> left) {
        if (left.size() > 1) {
            look.computing().attachments(look.id()).stream()
                    .filter(each -> each.device().endsWith("da"))
                    .map(Attachment::volumeId)
                    .forEach(left::remove);
            return left.stream().sorted();
        }
        return Stream.empty();
    }
}
