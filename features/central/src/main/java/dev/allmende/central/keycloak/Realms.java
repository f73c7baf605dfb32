package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Realms: {@code /realms}, {@code /realms/{r}}. The id is the name. */
public final class Realms extends Things<WantedRealm> {

    private static final String POLICY = "unmanagedAttributePolicy";

    Realms(Admin admin) {
        super(admin, Mark.Place.ATTRIBUTE, "realm");
    }

    @Override
    public Optional<Found> find(WantedRealm wanted) {
        return get(wanted.name());
    }

    /**
     * Whether users of the realm keep attributes that its user profile does not name, as our mark: Keycloak drops them
     * without a word unless the profile's policy lets at least admins set them.
     */
    public boolean keepsMarksOfUsers(String realm) {
        var policy = admin.get(profile(realm)).path(POLICY).asText();
        return policy.equals("ENABLED") || policy.equals("ADMIN_EDIT");
    }

    /** Lets admins, and only them, see and set such attributes. */
    public void letMarksOfUsersBeKept(String realm) {
        if (admin.get(profile(realm)) instanceof ObjectNode have) {
            admin.put(profile(realm), have.deepCopy().put(POLICY, "ADMIN_EDIT"));
        }
    }

    @Override
    List<Facet> facets(WantedRealm wanted, Found have) {
        var realm = have.id();
        return wanted.marksOfUsers()
                ? List.of(new SetFacet<>(
                        "marksOfUsers",
                        Set.of(true),
                        Set.of(keepsMarksOfUsers(realm)),
                        missing -> letMarksOfUsersBeKept(realm),
                        extra -> {}))
                : List.of();
    }

    private URI profile(String realm) {
        return admin.at("realms", realm, "users", "profile");
    }

    @Override
    URI at(String id) {
        return admin.at("realms", id);
    }

    @Override
    URI collection(WantedRealm wanted) {
        return admin.at("realms");
    }
}
