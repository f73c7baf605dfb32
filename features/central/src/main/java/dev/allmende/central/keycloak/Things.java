package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.peer.PeerException;
import dev.allmende.peer.PeerException.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All things of one kind in one realm: found by their natural key or id, made with an owner's mark, changed by laying what
 * is wanted over what is there, deleted without complaint when they are gone. Every method makes at most one changing call.
 *
 * @param <W> what can be wanted of one
 */
public abstract class Things<W extends Wanted> {

    final Admin admin;
    private final Mark.Place place;
    private final String idField;

    Things(Admin admin, Mark.Place place, String idField) {
        this.admin = admin;
        this.place = place;
        this.idField = idField;
    }

    /** By the natural key. */
    public abstract Optional<Found> find(W wanted);

    /** The address of one. */
    abstract URI at(String id);

    /** The address that takes new ones. */
    abstract URI collection(W wanted);

    /** By id. */
    public Optional<Found> get(String id) {
        return admin.find(at(id)).flatMap(this::found);
    }

    /**
     * Makes one, marked as the owner's.
     *
     * @return its id
     * @throws PeerException of kind CONFLICT when the natural key is taken
     */
    public String create(W wanted, String owner) {
        return admin.post(collection(wanted), Mark.on(place, wanted.tree(), owner));
    }

    /** The sides of it that its representation does not hold, as far as something is wanted of them. Reads them. */
    List<Facet> facets(W wanted, Found have) {
        return List.of();
    }

    /** What differs from what is wanted. */
    public final List<Difference> drift(W wanted, Found have) {
        var found = new ArrayList<>(Drift.between(wanted.tree(), have.tree()));
        facets(wanted, have).forEach(facet -> found.addAll(facet.drift()));
        return List.copyOf(found);
    }

    /**
     * One changing call that brings what was found nearer to what is wanted; the mark on it stays as it is. To be called
     * again, with what is found then, until it says that there was nothing to do.
     *
     * @return whether there was something to do
     */
    public final boolean step(W wanted, Found have) {
        if (!Drift.between(wanted.tree(), have.tree()).isEmpty()) {
            update(wanted, have);
            return true;
        }
        var next = facets(wanted, have).stream()
                .filter(facet -> !facet.drift().isEmpty())
                .findFirst();
        next.ifPresent(Facet::step);
        return next.isPresent();
    }

    /** Lays what is wanted over what was found, whether it differs or not: for secrets, which cannot be compared. */
    public final void update(W wanted, Found have) {
        admin.put(at(have.id()), Drift.overlay(have.tree(), wanted.tree()));
    }

    /** Marks what was found as the owner's. */
    public void adopt(Found have, String owner) {
        admin.put(at(have.id()), Mark.on(place, have.tree(), owner));
    }

    public void delete(String id) {
        admin.delete(at(id));
    }

    Optional<Found> found(JsonNode tree) {
        return tree instanceof ObjectNode object ? Optional.of(whole(object)) : Optional.empty();
    }

    /** The only one of a list whose field has exactly this text. */
    Optional<Found> only(List<JsonNode> list, String field, String text) {
        return list.stream()
                .filter(item -> item.path(field).asText().equals(text))
                .findFirst()
                .flatMap(this::found);
    }

    private Found whole(ObjectNode tree) {
        var id = tree.path(idField).asText();
        if (id.isEmpty()) {
            throw new PeerException(Kind.GARBLED, 200, "keycloak: an answer lacks the field '" + idField + "'");
        }
        return new Found(id, tree, Mark.read(place, tree));
    }
}
