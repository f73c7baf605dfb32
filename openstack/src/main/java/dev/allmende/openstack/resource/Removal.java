package dev.allmende.openstack.resource;

/** What became of asking for a removal. */
public enum Removal {
    /** The service took it up; some kinds are gone only later. */
    ASKED,
    /** It was not there any more. */
    GONE
}
