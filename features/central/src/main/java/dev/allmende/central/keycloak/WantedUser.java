package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A user. What is empty is left to the server; the password is no part of it.
 *
 * @param username Keycloak keeps it in lower case
 * @param requiredActions what the user must do at the next login, as {@code UPDATE_PASSWORD}
 * @param groups paths of the groups the user is in directly, all of them; empty leaves them to others
 * @param roles those given to the user directly, all of them; empty leaves them to others
 * @param identities at other places that the user may log in with, all of them; empty leaves them to others
 */
public record WantedUser(
        String username,
        Optional<String> email,
        Optional<Boolean> emailVerified,
        Optional<String> firstName,
        Optional<String> lastName,
        boolean enabled,
        Optional<List<String>> requiredActions,
        Map<String, List<String>> attributes,
        Optional<Set<String>> groups,
        Optional<Set<RoleName>> roles,
        Optional<Set<Identity>> identities)
        implements Wanted {

    /**
     * Who the user is at an identity provider.
     *
     * @param provider its alias
     */
    public record Identity(String provider, String userId, String userName) {
        @Override
        public String toString() {
            return provider + "/" + userId;
        }
    }

    public WantedUser {
        username = username.toLowerCase(Locale.ROOT);
        email = email.map(address -> address.toLowerCase(Locale.ROOT));
    }

    @Override
    public String name() {
        return username;
    }

    @Override
    public ObjectNode tree() {
        return new Fields()
                .text("username", username)
                .text("email", email)
                .flag("emailVerified", emailVerified)
                .text("firstName", firstName)
                .text("lastName", lastName)
                .flag("enabled", enabled)
                .texts("requiredActions", requiredActions)
                .lists("attributes", attributes)
                .tree();
    }
}
