package dev.allmende.openstack.config;

import dev.allmende.openstack.config.Credential.Domain;
import dev.allmende.openstack.config.Credential.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns one cloud's settings into a {@link CloudConfig}, or says what is missing. */
final class CloudConfigReader {

    private final ConfigFiles files;
    private final String cloud;
    private final String origin;
    private final Settings settings;

    CloudConfigReader(ConfigFiles files, String cloud, String origin, Settings settings) {
        this.files = files;
        this.cloud = cloud;
        this.origin = origin;
        this.settings = settings;
    }

    CloudConfig read() {
        var credential = credential();
        return new CloudConfig(
                cloud,
                origin,
                settings.text("region_name").orElse(""),
                authUrl(),
                credential,
                scope(credential),
                tls(),
                interfaces(),
                settings.ofServices(),
                settings.text("api_timeout").map(this::seconds));
    }

    private String authUrl() {
        var url = settings.authUrl().orElseThrow(missing("auth_url", "the address of Keystone"));
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw new ConfigException(place() + "auth_url must start with http:// or https://, is '" + url + "'");
        }
        return url;
    }

    private Credential credential() {
        var type = settings.text("auth_type").or(() -> settings.text("auth_plugin"));
        return switch (type.orElse("password")) {
            case "password", "v3password" -> password();
            case "token", "v3token" -> new Credential.IssuedToken(secret("token"));
            case "v3applicationcredential" -> applicationCredential();
            case String other ->
                throw new ConfigException(place() + "auth_type '" + other
                        + "' is not supported: use password, token or v3applicationcredential");
        };
    }

    private Credential password() {
        if (settings.login("password").isEmpty()
                && settings.login("application_credential_secret").isPresent()) {
            throw new ConfigException(
                    place() + "has an application credential but auth_type is password: add auth_type:"
                            + " v3applicationcredential");
        }
        return new Credential.Password(user(), secret("password"));
    }

    private Credential applicationCredential() {
        var id = settings.login("application_credential_id");
        var name = settings.login("application_credential_name");
        if (id.isEmpty() && name.isEmpty()) {
            throw missing("application_credential_id", "or application_credential_name with the user")
                    .get();
        }
        return new Credential.ApplicationCredential(
                id,
                name,
                id.isPresent() ? Optional.empty() : Optional.of(user()),
                secret("application_credential_secret"));
    }

    private User user() {
        var id = settings.login("user_id");
        var name = settings.login("username").or(() -> settings.login("user_name"));
        var domain = domain("user_domain").or(() -> domain("default_domain")).orElse(Domain.UNSAID);
        if (id.isEmpty() && name.isEmpty()) {
            throw missing("username", "or user_id").get();
        }
        if (id.isEmpty() && !domain.said()) {
            throw missing("user_domain_name", "a user name is unique within its domain only; often it is Default")
                    .get();
        }
        return new User(id, name, domain);
    }

    /** Keystone takes one scope; which wins follows keystoneauth1 5.0, identity/v3/base.py. */
    private Scope scope(Credential credential) {
        var scope = scope();
        if (credential instanceof Credential.ApplicationCredential && !(scope instanceof Scope.Unsaid)) {
            throw new ConfigException(place()
                    + "an application credential brings its own project: remove project_*, domain_* and system_scope");
        }
        return scope;
    }

    private Scope scope() {
        var trust = settings.login("trust_id");
        var project = settings.login("project_id");
        var projectName = settings.login("project_name");
        var domain = domain("domain");
        var system = settings.login("system_scope");
        var kinds = (trust.isPresent() ? 1 : 0)
                + (project.isPresent() || projectName.isPresent() ? 1 : 0)
                + (domain.isPresent() ? 1 : 0)
                + (system.isPresent() ? 1 : 0);
        if (kinds > 1) {
            throw new ConfigException(
                    place() + "asks for several scopes: keep one of project_*, domain_*, system_scope and trust_id");
        }
        if (trust.isPresent()) {
            return new Scope.OfTrust(trust.get());
        }
        if (system.isPresent()) {
            return system();
        }
        if (domain.isPresent()) {
            return new Scope.OfDomain(domain.get());
        }
        return kinds == 0 ? new Scope.Unsaid() : project(project, projectName);
    }

    private Scope system() {
        if (!settings.login("system_scope").orElse("").equals("all")) {
            throw new ConfigException(place() + "system_scope must be 'all'");
        }
        return new Scope.OfSystem();
    }

    private Scope project(Optional<String> id, Optional<String> name) {
        var domain = domain("project_domain").or(() -> domain("default_domain")).orElse(Domain.UNSAID);
        if (id.isEmpty() && !domain.said()) {
            throw missing("project_domain_name", "a project name is unique within its domain only; often it is Default")
                    .get();
        }
        return new Scope.Project(id, name, domain);
    }

    private TlsSettings tls() {
        var verify = settings.flag("verify", true) && !settings.flag("insecure", false);
        // The bundle that Python's requests takes when the cloud names none.
        var cacert = settings.text("cacert")
                .or(() -> Optional.ofNullable(files.env().get("REQUESTS_CA_BUNDLE")))
                .filter(path -> !path.isEmpty());
        return new TlsSettings(
                verify,
                cacert.map(files::resolve),
                settings.text("cert").map(files::resolve),
                settings.text("key").map(files::resolve));
    }

    private List<String> interfaces() {
        var named = settings.texts("interface").stream()
                .map(name -> name.endsWith("URL") ? name.substring(0, name.length() - 3) : name)
                .filter(name -> !name.isEmpty())
                .toList();
        return named.isEmpty() ? List.of("public") : named;
    }

    private Optional<Domain> domain(String prefix) {
        var domain = new Domain(settings.login(prefix + "_id"), settings.login(prefix + "_name"));
        return domain.said() ? Optional.of(domain) : Optional.empty();
    }

    private Secret secret(String key) {
        return new Secret(settings.login(key).orElseThrow(missing(key, "may stand in secure.yaml")));
    }

    private Duration seconds(String text) {
        try {
            return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
        } catch (NumberFormatException notNumber) {
            throw new ConfigException(place() + "api_timeout must be seconds, is '" + text + "'", notNumber);
        }
    }

    private Supplier<ConfigException> missing(String key, String why) {
        return () -> new ConfigException(place() + key + " is missing (" + why + ")");
    }

    private String place() {
        return "cloud '" + cloud + "' in " + origin + ": ";
    }
}
