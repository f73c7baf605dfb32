package dev.allmende.central.keycloak;

import java.util.List;

/** One side of a thing that its representation does not hold and that has calls of its own: scopes, roles, members. */
interface Facet {

    /** What differs; empty when all is well. Was read when the facet was made. */
    List<Difference> drift();

    /** Makes one changing call that brings it nearer. Only when something differs. */
    void step();
}
