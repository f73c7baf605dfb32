package dev.allmende.central.keep;

import java.util.List;
import java.util.Optional;

/**
 * The one thing that an object wants under a name that nothing else can have, in a place that is none of OpenStack's lists:
 * a Keycloak, an object store. Each method makes one changing call at most.
 *
 * @param <T> the thing as the place shows it
 * @param <O> what the object's status shows of it
 */
public interface Claim<T, O extends Record> {

    /** For messages, such as {@code group dev}. */
    String what();

    Optional<T> find(String id);

    /** Whatever has the name now. */
    Optional<T> named();

    String id(T thing);

    /** The mark on it: the UID of an object. */
    Optional<String> owner(T thing);

    /**
     * What the object's status must say before the thing is made, where the place takes the mark only later: so that a
     * create that was cut off is known for the object's own. Empty when it says so already, or need not.
     */
    default Optional<O> announcement() {
        return Optional.empty();
    }

    /**
     * Makes it, with the mark on it where the place takes one with the create.
     *
     * @return its identifier
     */
    String create(String owner);

    void adopt(T thing, String owner);

    /** What the thing lacks, in the order in which it is to be mended. May ask the place. */
    List<Change> lacks(T thing);

    /** What is to be done because its time has come, whatever is to become of drift: the next step of it first. May ask the place. */
    default List<Change> due(T thing) {
        return List.of();
    }

    /** What is to be seen of the thing, and what was known before of secrets handed over. */
    O seen(T thing);

    /** The same of a thing that is as wanted, now that its secrets were handed over. */
    default O settled(T thing) {
        return seen(thing);
    }

    /** What must be taken off the thing before it can be deleted. May ask the place. */
    default List<Change> undo(T thing) {
        return List.of();
    }

    void delete(T thing);

    /** Lets go of what was used to look after the thing, which is gone. */
    default void leave() {}
}
