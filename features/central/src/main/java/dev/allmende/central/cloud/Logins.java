package dev.allmende.central.cloud;

import dev.allmende.api.tenancy.Cloud;
import dev.allmende.kit.Dependency;
import dev.allmende.kit.Mirror;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.Credential;
import dev.allmende.openstack.config.Scope;
import dev.allmende.openstack.config.Secret;
import dev.allmende.openstack.config.TlsSettings;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the Secrets with logins. */
public final class Logins {

    /** Keys of a Secret with an application credential. */
    public static final String ID = "applicationCredentialID";

    public static final String SECRET = "applicationCredentialSecret";

    /** Keys of a Secret with a pair of keys for S3. */
    public static final String ACCESS_KEY = "accessKey";

    public static final String SECRET_KEY = "secretKey";

    private static final String USER = "username";
    private static final String PASSWORD = "password";

    private final Mirror mirror;

    public Logins(Mirror mirror) {
        this.mirror = mirror;
    }

    /** What came of it. */
    public sealed interface Login {}

    public record Usable(CloudConfig config) implements Login {}

    public record Missing(String what) implements Login {}

    public record Unusable(String why) implements Login {}

    /** The cloud's own. */
    public Login find(Cloud cloud) {
        return find(cloud, cloud.getSpec().credential().name());
    }

    /** Wakes an object when a Secret beside the controllers changes. */
    public static <R extends HasMetadata> Dependency<R, io.fabric8.kubernetes.api.model.Secret> dependency(
            Mirror mirror, Function<R, String> secret) {
        return new Dependency<>(
                io.fabric8.kubernetes.api.model.Secret.class,
                resource -> Stream.of(new Dependency.Place(mirror.namespace(), secret.apply(resource))),
                false);
    }

    /** What a Secret beside the controllers says; empty when it is not there. */
    public Optional<Map<String, String>> contents(String name) {
        return mirror.secret(name).map(secret -> decoded(Objects.requireNonNullElse(secret.getData(), Map.of())));
    }

    /** Whether a Secret has the login of a user, and none that was delegated. */
    public static boolean hasPassword(Map<String, String> data) {
        return credential(data).filter(Credential.Password.class::isInstance).isPresent();
    }

    /** A login to a cloud with a Secret that need not be the cloud's own. */
    public Login find(Cloud cloud, String name) {
        var origin = mirror.namespace() + "/" + name;
        var contents = contents(name);
        if (contents.isEmpty()) {
            return new Missing(
                    "Secret %s is not there: make it with %s and %s, or with %s, %s, projectName and the domains"
                            .formatted(origin, ID, SECRET, USER, PASSWORD));
        }
        return of(cloud, origin, contents.get());
    }

    /**
     * Pure.
     *
     * @param origin names the Secret in messages
     */
    static Login of(Cloud cloud, String origin, Map<String, String> data) {
        Optional<Credential> credential = credential(data);
        if (credential.isEmpty()) {
            return new Unusable("Secret %s needs %s and %s, or %s and %s; it has %s"
                    .formatted(
                            origin,
                            ID,
                            SECRET,
                            USER,
                            PASSWORD,
                            data.keySet().stream().sorted().toList()));
        }
        return new Usable(config(cloud, "Secret " + origin, credential.get(), scope(data)));
    }

    /**
     * How a cloud is reached with some login.
     *
     * @param origin where the login is from, for messages
     */
    public static CloudConfig config(Cloud cloud, String origin, Credential credential, Scope scope) {
        var spec = cloud.getSpec();
        var tls = spec.caBundle() == null ? TlsSettings.STANDARD : TlsSettings.trusting(spec.caBundle());
        return new CloudConfig(
                cloud.getMetadata().getName(),
                origin,
                Objects.requireNonNullElse(spec.region(), ""),
                spec.authURL(),
                credential,
                scope,
                tls,
                List.of("public"),
                Map.of(),
                Optional.empty());
    }

    private static Optional<Credential> credential(Map<String, String> data) {
        var secret = data.get(SECRET);
        if (data.containsKey(ID) && secret != null) {
            return Optional.of(new Credential.ApplicationCredential(
                    text(data, ID), Optional.empty(), Optional.empty(), new Secret(secret)));
        }
        var password = data.get(PASSWORD);
        if (data.containsKey(USER) && password != null) {
            var user = new Credential.User(Optional.empty(), text(data, USER), domain(data, "userDomainName"));
            return Optional.of(new Credential.Password(user, new Secret(password)));
        }
        return Optional.empty();
    }

    private static Scope scope(Map<String, String> data) {
        var project = text(data, "projectName");
        if (data.containsKey(ID)) {
            return new Scope.Unsaid();
        }
        if (project.isPresent()) {
            return new Scope.Project(Optional.empty(), project, domain(data, "projectDomainName"));
        }
        return text(data, "domainName")
                .<Scope>map(name -> new Scope.OfDomain(new Credential.Domain(Optional.empty(), Optional.of(name))))
                .orElseGet(Scope.Unsaid::new);
    }

    private static Credential.Domain domain(Map<String, String> data, String key) {
        return new Credential.Domain(
                Optional.empty(), Optional.of(text(data, key).orElse("Default")));
    }

    private static Optional<String> text(Map<String, String> data, String key) {
        return Optional.ofNullable(data.get(key)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Map<String, String> decoded(Map<String, String> data) {
        var decoded = new HashMap<String, String>();
        data.forEach((key, value) ->
                decoded.put(key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8).strip()));
        return decoded;
    }
}
