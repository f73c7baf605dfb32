package dev.allmende.status.caller;

/** Says who may do what with the resources that pages show. */
@FunctionalInterface
public interface Grants {

    /** Nobody may do anything. */
    Grants NONE = (caller, verb, resource, namespace) -> false;

    /**
     * Whether the caller may.
     *
     * @param verb of Kubernetes' rights: create, update, delete
     * @param resource in the plural, of the API group {@code status.allmende.dev}
     */
    boolean may(Caller caller, String verb, String resource, String namespace);
}
