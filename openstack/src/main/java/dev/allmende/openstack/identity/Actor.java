package dev.allmende.openstack.identity;

/** Who gets a role. */
public sealed interface Actor {

    /** A user. */
    record Person(String id) implements Actor {}

    /** A group. */
    record Team(String id) implements Actor {}
}
