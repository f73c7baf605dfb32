package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A realm. What is empty is left to the server.
 *
 * @param name in addresses; cannot be changed by us, since users' links hold it
 * @param logins what users may do at the login page
 * @param passwordPolicy in Keycloak's own words, as {@code length(12) and notUsername}
 * @param sslRequired {@code all}, {@code external} or {@code none}
 * @param accessTokenLifespan seconds
 * @param ssoSessionIdle seconds
 * @param marksOfUsers whether admins may give users attributes that the realm's user profile does not name, without which
 *     users cannot carry our mark
 * @param locales supported ones, the first the default; none switches internationalisation off
 */
public record WantedRealm(
        String name,
        Optional<String> displayName,
        boolean enabled,
        Logins logins,
        Optional<String> passwordPolicy,
        Optional<Boolean> bruteForceProtected,
        Optional<String> sslRequired,
        Optional<Integer> accessTokenLifespan,
        Optional<Integer> ssoSessionIdle,
        boolean marksOfUsers,
        List<String> locales,
        Map<String, String> attributes)
        implements Wanted {

    /** What users may do at the login page. */
    public record Logins(
            Optional<Boolean> registration,
            Optional<Boolean> resetPassword,
            Optional<Boolean> rememberMe,
            Optional<Boolean> verifyEmail,
            Optional<Boolean> withEmail) {

        public static final Logins UNSAID =
                new Logins(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public ObjectNode tree() {
        return new Fields()
                .text("realm", name)
                .text("displayName", displayName)
                .flag("enabled", enabled)
                .flag("registrationAllowed", logins.registration())
                .flag("resetPasswordAllowed", logins.resetPassword())
                .flag("rememberMe", logins.rememberMe())
                .flag("verifyEmail", logins.verifyEmail())
                .flag("loginWithEmailAllowed", logins.withEmail())
                .text("passwordPolicy", passwordPolicy)
                .flag("bruteForceProtected", bruteForceProtected)
                .text("sslRequired", sslRequired)
                .number("accessTokenLifespan", accessTokenLifespan)
                .number("ssoSessionIdleTimeout", ssoSessionIdle)
                .flag("internationalizationEnabled", locales.isEmpty() ? Optional.empty() : Optional.of(true))
                .texts("supportedLocales", locales.isEmpty() ? Optional.empty() : Optional.of(locales))
                .text("defaultLocale", locales.stream().findFirst())
                .map("attributes", attributes)
                .tree();
    }
}
