package dev.allmende.central.server;

import dev.allmende.api.compute.Flavor;
import dev.allmende.api.compute.FlavorSeen;
import dev.allmende.api.compute.Power;
import dev.allmende.api.image.Image;
import dev.allmende.central.keep.Change;
import dev.allmende.central.keep.Sought;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The machine itself: size, root disk, metadata, power. */
record Body(ServerLook look) {

    Sought<List<Change>> changes() {
        return Sought.all(Stream.of(flavor(), image(), Sought.of(metadata())))
                .map(each -> each.stream().flatMap(List::stream).toList());
    }

    /** Nova shows a server's flavor by its name and content only. */
    private Sought<List<Change>> flavor() {
        var reference = look.spec().flavorRef();
        if (reference == null) {
            return Sought.of(List.of());
        }
        var has = look.thing().flavorName();
        var known = look.references()
                .placed(Flavor.class, look.server(), reference)
                .flatMap(flavor -> Optional.ofNullable(flavor.getStatus().observed()))
                .map(FlavorSeen::name);
        return known.filter(has::equals).isPresent()
                ? Sought.of(List.of())
                : look.references()
                        .id(Flavor.class, look.server(), reference)
                        .map(id -> List.of(Change.of(
                                "flavor",
                                known.orElse(id),
                                has,
                                () -> look.computing().resize(look.id(), id))));
    }

    private Sought<List<Change>> image() {
        var boot = look.spec().boot();
        var has = look.thing().imageId();
        if (boot == null || boot.imageRef() == null || has.isEmpty()) {
            return Sought.of(List.of());
        }
        boolean isKnown = look.references()
                .placed(Image.class, look.server(), boot.imageRef())
                .filter(image -> has.equals(image.getStatus().id()))
                .isPresent();
        return isKnown
                ? Sought.of(List.of())
                : look.references()
                        .id(Image.class, look.server(), boot.imageRef())
                        .map(id -> List.of(Change.of(
                                "image", id, has, () -> look.computing().rebuild(look.id(), id))));
    }

    private List<Change> metadata() {
        var wanted = look.spec().metadata();
        var has = look.thing().metadata();
        return wanted == null || wanted.equals(has)
                ? List.of()
                : List.of(Change.of(
                        "metadata",
                        sorted(wanted),
                        sorted(has),
                        () -> look.computing().setMetadata(look.id(), wanted)));
    }

    private static String sorted(Map<String, String> map) {
        return new TreeMap<>(map).toString();
    }

    /** Last of all: a server is resized and plugged in while it runs. */
    List<Change> power() {
        var wanted = look.spec().power();
        var is = look.thing().vmState();
        if (wanted == Power.ON && is.equals("stopped")) {
            return List.of(
                    Change.of("power", "On", "Off", () -> look.computing().start(look.id())));
        }
        return wanted == Power.OFF && is.equals("active")
                ? List.of(Change.of("power", "Off", "On", () -> look.computing().stop(look.id())))
                : List.of();
    }
}
