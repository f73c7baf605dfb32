package dev.allmende.apiserver.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** What happened to the objects of a kind, in order, and what follows from that for who looks at them. */
final class History {

    /** What is looked at of an object. */
    record Thing(String name, String uid, long version, String colour, String text) {

        boolean isAs(Thing other) {
            return colour.equals(other.colour) && text.equals(other.text);
        }

        boolean has(String wanted) {
            return wanted.isEmpty() || colour.equals(wanted);
        }

        /** As a watch tells of it. */
        String told() {
            return "%s %s %s %s".formatted(name, uid, colour, text);
        }
    }

    /** @param before as the object was; empty when it is new */
    private record Change(String type, long version, Optional<Thing> before, Thing after) {}

    private final long start;
    private final List<Change> changes = new ArrayList<>();
    private final TreeMap<String, Thing> things = new TreeMap<>();

    /** @param start the resourceVersion at which nothing has happened yet */
    History(long start) {
        this.start = start;
    }

    long start() {
        return start;
    }

    long last() {
        return changes.isEmpty() ? start : changes.getLast().version();
    }

    Optional<Thing> find(String name) {
        return Optional.ofNullable(things.get(name));
    }

    void add(String type, String name, Thing thing) {
        changes.add(new Change(type, thing.version(), find(name), thing));
        things.put(name, thing);
    }

    /** @param version at which it is gone, or a later one before anything else happened */
    void delete(String name, long version) {
        find(name).ifPresent(thing -> changes.add(new Change("DELETED", version, Optional.of(thing), thing)));
        things.remove(name);
    }

    /** One of those at which something happened. */
    long anyVersion(Random random) {
        int at = random.nextInt(changes.size() + 1);
        return at == 0 ? start : changes.get(at - 1).version();
    }

    List<Thing> list(String colour) {
        return things.values().stream().filter(thing -> thing.has(colour)).toList();
    }

    /** The events that a watch from there tells who selects by colour; all when it is empty. */
    List<String> since(long version, String colour) {
        return changes.stream()
                .filter(change -> change.version() > version)
                .flatMap(change -> event(change, colour).stream())
                .toList();
    }

    private static Optional<String> event(Change change, String colour) {
        boolean was = change.before().filter(thing -> thing.has(colour)).isPresent();
        boolean is = !change.type().equals("DELETED") && change.after().has(colour);
        if (was && !is) {
            return change.before().map(thing -> "DELETED " + thing.told());
        }
        return is ? Optional.of((was ? "MODIFIED " : "ADDED ") + change.after().told()) : Optional.empty();
    }
}
