package dev.allmende.openstack.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where one region of a cloud is and how to log in.
 *
 * @param name key in clouds.yaml, or {@code envvars}
 * @param origin where the settings came from, for messages: a file or {@code OS_* variables}
 * @param region empty when none was named
 * @param authUrl Keystone, with or without version
 * @param interfaces of the catalog, best first: public, internal, admin
 * @param settings further settings by key as in clouds.yaml, such as {@code compute_endpoint_override}; no secrets
 * @param apiTimeout read limit; empty for the program's own
 */
public record CloudConfig(
        String name,
        String origin,
        String region,
        String authUrl,
        Credential credential,
        Scope scope,
        TlsSettings tls,
        List<String> interfaces,
        Map<String, String> settings,
        Optional<Duration> apiTimeout) {

    public CloudConfig {
        if (!authUrl.startsWith("http://") && !authUrl.startsWith("https://")) {
            throw new IllegalArgumentException("authUrl must start with http:// or https://, was '" + authUrl + "'");
        }
        if (interfaces.isEmpty()) {
            throw new IllegalArgumentException("interfaces must name one at least");
        }
        interfaces = List.copyOf(interfaces);
        settings = Map.copyOf(settings);
    }

    /**
     * A setting of one service, looked for under its official type and then its aliases, as openstacksdk does.
     *
     * @param types official type first
     * @param key without the service, for example {@code endpoint_override}
     */
    public Optional<String> setting(List<String> types, String key) {
        return types.stream()
                .map(type -> settings.get(type.replace('-', '_') + "_" + key))
                .filter(value -> value != null && !value.isEmpty())
                .findFirst();
    }
}
