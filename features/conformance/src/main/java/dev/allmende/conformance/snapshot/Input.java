package dev.allmende.conformance.snapshot;

import dev.allmende.conformance.run.Session;
import java.util.List;
import java.util.Objects;

/**
 * One thing to know about a cloud: how to ask for it and how to read the answers. Asked for at most once a run.
 *
 * @param name stable key in snapshot files, kebab case
 * @param effect what asking does to the cloud
 * @param asker asks; runs on a virtual thread of its own
 * @param reader reads the answers; pure, and must read what older releases recorded
 * @param <T> facts as a record or a list of records
 */
public record Input<T>(String name, Effect effect, Asker asker, Reader<T> reader) {

    public Input {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("name of an input must be kebab case, was '" + name + "'");
        }
        Objects.requireNonNull(effect, "effect");
    }

    /** What asking does to the cloud. */
    public enum Effect {
        READS,
        /** Creates resources, tagged with the run, and removes them. Left out when read-only. */
        CHANGES
    }

    /** Asks the cloud. */
    @FunctionalInterface
    public interface Asker {
        /**
         * @throws dev.allmende.openstack.OpenStackException when the cloud could not be asked or refused
         * @throws InterruptedException when the run is cut off
         */
        List<RecordedAnswer> ask(Session session) throws InterruptedException;
    }

    /** Reads answers into facts. */
    @FunctionalInterface
    public interface Reader<T> {
        /** @throws UnreadableAnswer when the answers are not what the API promises */
        T read(List<RecordedAnswer> answers);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Input<?> input && input.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
