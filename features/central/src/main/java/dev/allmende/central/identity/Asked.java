package dev.allmende.central.identity;

import dev.allmende.central.keep.Change;
import dev.allmende.central.keep.Claim;
import dev.allmende.central.keycloak.Found;
import dev.allmende.central.keycloak.Things;
import dev.allmende.central.keycloak.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing of Keycloak's as an object asks for it.
 *
 * @param word of its kind, for messages
 * @param seen what its status shows
 * @param settled the same, once its secrets are handed over
 */
record Asked<W extends Wanted, O extends Record>(
        String word, Things<W> things, W wanted, Function<Found, O> seen, Function<Found, O> settled)
        implements Claim<Found, O> {

    /** Of a kind without secrets. */
    static <W extends Wanted, O extends Record> Claim<Found, O> of(
            String word, Things<W> things, W wanted, Function<Found, O> seen) {
        return new Asked<>(word, things, wanted, seen, seen);
    }

    @Override
    public String what() {
        return "%s %s".formatted(word, wanted.name());
    }

    @Override
    public Optional<Found> find(String id) {
        return things.get(id);
    }

    @Override
    public Optional<Found> named() {
        return things.find(wanted);
    }

    @Override
    public String id(Found thing) {
        return thing.id();
    }

    @Override
    public Optional<String> owner(Found thing) {
        return thing.owner();
    }

    @Override
    public String create(String owner) {
        return things.create(wanted, owner);
    }

    @Override
    public void adopt(Found thing, String owner) {
        things.adopt(thing, owner);
    }

    /** Any of them makes the first step that there is: its fields together, then one side after the other. */
    @Override
    public List<Change> lacks(Found thing) {
        return things.drift(wanted, thing).stream()
                .map(each -> Change.of(each.path(), each.want(), each.have(), () -> things.step(wanted, thing)))
                .toList();
    }

    @Override
    public O seen(Found thing) {
        return seen.apply(thing);
    }

    @Override
    public O settled(Found thing) {
        return settled.apply(thing);
    }

    @Override
    public void delete(Found thing) {
        things.delete(thing.id());
    }
}
