package dev.allmende.openstack.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The merged settings of one cloud, brought into one form: old names renamed, login settings under {@code auth}, values
 * as text.
 *
 * <p>Source: openstacksdk 0.101, openstack/config/loader.py, {@code magic_fixes} and {@code _validate_auth}.
 */
final class Settings {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{|\\}\\}|\\{([^{}]*)\\}");

    private final String cloud;
    private final Map<String, Object> top;
    private final Map<String, Object> auth;

    private Settings(String cloud, Map<String, Object> top, Map<String, Object> auth) {
        this.cloud = cloud;
        this.top = top;
        this.auth = auth;
    }

    static Settings of(String cloud, Map<String, Object> merged) {
        var top = new LinkedHashMap<>(merged);
        var auth = new LinkedHashMap<String, Object>();
        if (top.remove("auth") instanceof Map<?, ?> inner) {
            auth.putAll(ConfigFile.withTextKeys(inner));
        }
        var settings = new Settings(cloud, top, auth);
        settings.renameEndpointType();
        settings.gather("domain_id", "domain-id", "domain_id");
        settings.gather("domain_name", "domain-name", "domain_name");
        settings.gather("user_domain_id", "user-domain-id", "user_domain_id");
        settings.gather("user_domain_name", "user-domain-name", "user_domain_name");
        settings.gather("project_domain_id", "project-domain-id", "project_domain_id");
        settings.gather("project_domain_name", "project-domain-name", "project_domain_name");
        settings.gather("token", "auth-token", "auth_token", "token");
        settings.gather("project_id", "tenant_id", "tenant-id", "project_id", "project-id");
        settings.gather("project_name", "tenant_name", "tenant-name", "project_name", "project-name");
        settings.spreadDomain("domain_id", "user_domain_id", "project_domain_id");
        settings.spreadDomain("domain_name", "user_domain_name", "project_domain_name");
        return settings;
    }

    /** A login setting: from {@code auth}, else from the top level; empty counts as absent. */
    Optional<String> login(String key) {
        return text(auth, key).or(() -> text(top, key));
    }

    Optional<String> text(String key) {
        return text(top, key).map(this::fill);
    }

    /** Yes or no; anything but {@code true} is no, as in openstacksdk. */
    boolean flag(String key, boolean standard) {
        return switch (value(top, key).orElse(null)) {
            case null -> standard;
            case Boolean flag -> flag;
            case Object other -> other.toString().equalsIgnoreCase("true");
        };
    }

    /** A single value or a list. */
    List<String> texts(String key) {
        return value(top, key)
                .map(value -> value instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of(value.toString()))
                .orElse(List.of());
    }

    /** The Keystone URL, with {@code {region_name}} and the like filled in. */
    Optional<String> authUrl() {
        return login("auth_url").map(this::fill);
    }

    /** What concerns single services: overrides, versions, interfaces. */
    Map<String, String> ofServices() {
        var found = new LinkedHashMap<String, String>();
        for (var key : top.keySet()) {
            var name = key.replace('-', '_');
            if (name.matches(".+_(endpoint_override|endpoint|api_version|default_microversion|interface"
                    + "|region_name|service_type|service_name)")) {
                text(key).ifPresent(value -> found.put(name, value));
            }
        }
        return found;
    }

    /** Of several names of one thing the last wins, and {@code auth} wins over the top level. */
    private void gather(String target, String... names) {
        var found = Optional.<String>empty();
        for (var name : names) {
            for (var place : List.of(top, auth)) {
                var value = place.remove(name);
                if (value != null) {
                    found = Optional.of(value.toString());
                }
            }
        }
        found.filter(value -> !value.isEmpty()).ifPresent(value -> auth.put(target, value));
    }

    /** {@code domain_id} means user and project alike when there is a project, else it is the scope. */
    private void spreadDomain(String key, String... targets) {
        if (!auth.containsKey("project_id") && !auth.containsKey("project_name")) {
            return;
        }
        var value = auth.remove(key);
        if (value != null) {
            List.of(targets).forEach(target -> auth.putIfAbsent(target, value));
        }
    }

    private void renameEndpointType() {
        for (var key : List.copyOf(top.keySet())) {
            if (key.endsWith("endpoint_type") || key.endsWith("endpoint-type")) {
                var value = top.remove(key);
                if (value != null) {
                    top.put(key.substring(0, key.length() - "endpoint_type".length()) + "interface", value);
                }
            }
        }
    }

    private String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(hit -> {
            var name = hit.group(1);
            if (name == null) {
                return java.util.regex.Matcher.quoteReplacement(hit.group().substring(1));
            }
            return java.util.regex.Matcher.quoteReplacement(text(top, name)
                    .orElseThrow(() -> new ConfigException("cloud '" + cloud + "': '" + text + "' names {" + name
                            + "}, which is not set for this cloud")));
        });
    }

    private static Optional<String> text(Map<String, Object> place, String key) {
        return value(place, key)
                .filter(value -> !(value instanceof Map) && !(value instanceof List))
                .map(Object::toString)
                .filter(value -> !value.isEmpty());
    }

    private static Optional<Object> value(Map<String, Object> place, String key) {
        var value = place.get(key);
        return Optional.ofNullable(value == null ? place.get(key.replace('_', '-')) : value);
    }
}
