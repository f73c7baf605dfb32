package dev.allmende.central.keycloak;

import dev.allmende.openstack.config.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How we show who we are (RFC 6749, sections 4.3 and 4.4). */
public sealed interface Login {

    /** The realm whose users or clients administer the others; {@code master} unless an own one was made. */
    String realm();

    /** What must not appear anywhere. */
    Secret secret();

    /** For messages. */
    String who();

    /** The form that the token endpoint takes. */
    Map<String, String> form();

    /** A client with a service account: for programs, and the better choice. */
    record ClientCredentials(String realm, String clientId, Secret secret) implements Login {
        @Override
        public String who() {
            return "client '" + clientId + "' of realm '" + realm + "'";
        }

        @Override
        public Map<String, String> form() {
            return of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret.reveal());
        }
    }

    /** A user with a password. */
    record Password(String realm, String clientId, String username, Secret secret) implements Login {
        @Override
        public String who() {
            return "user '" + username + "' of realm '" + realm + "'";
        }

        @Override
        public Map<String, String> form() {
            var form = of("grant_type", "password", "client_id", clientId, "username", username);
            form.put("password", secret.reveal());
            return form;
        }
    }

    private static Map<String, String> of(String... pairs) {
        var form = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            form.put(pairs[i], pairs[i + 1]);
        }
        return form;
    }

    /** The form as a body of {@code application/x-www-form-urlencoded}. */
    static byte[] encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
