package dev.allmende.openstack.resource;

/**
 * A resource as somebody wants it: the same record asks for a new one and for changes, and only what was set is sent.
 *
 * @param <W> the record itself
 */
public interface Wanted<W extends Wanted<W>> {

    Fields fields();

    /** The same kind of wish with these fields. */
    W with(Fields fields);

    default W name(String value) {
        return with(fields().with("name", value));
    }

    default W description(String value) {
        return with(fields().with("description", value));
    }
}
