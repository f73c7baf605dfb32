package dev.allmende.openstack.catalog;

import dev.allmende.openstack.Answer;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.OpenStackException.Kind;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.ConfigException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Settles a service's versioned URL and microversion, with one request at most where the service behaves, and none where
 * the catalog and the settings say it all.
 */
public final class Discovery {

    private final CloudConfig config;
    private final ServiceType type;
    private final Dialect dialect;

    public Discovery(CloudConfig config, ServiceType type) {
        this.config = config;
        this.type = type;
        this.dialect = Dialect.of(type);
    }

    /**
     * Where and how to speak.
     *
     * @param url versioned base, no trailing slash
     */
    public record Settled(VersionedUrl url, Optional<Microversion> microversion) {}

    /**
     * @param endpoint from the catalog
     * @param projectId of the login; Block Storage wants it in the URL
     * @param get fetches a URL
     */
    public Settled settle(String endpoint, Optional<String> projectId, Function<String, Answer> get) {
        var url = VersionedUrl.parse(endpoint);
        var major = wantedMajor();
        var pinned = pinned();
        var versioned = major == 0 || url.major() == major;
        if (versioned && (!dialect.microversioned() || pinned.isPresent())) {
            return new Settled(url, pinned);
        }
        var offered = ask(url, versioned, get).flatMap(document -> document.best(major));
        var base = versioned ? url : versioned(url, major, offered, projectId);
        return new Settled(base, pinned.or(() -> offered.flatMap(this::agree)));
    }

    private VersionedUrl versioned(
            VersionedUrl url, int major, Optional<VersionDocument.Version> offered, Optional<String> projectId) {
        var standard = major == dialect.major() ? dialect.segment() : "v" + major;
        var segment = offered.flatMap(VersionDocument.Version::segment).orElse(standard);
        var tail = url.tail();
        if (tail.isEmpty() && type == ServiceType.BLOCK_STORAGE) {
            tail = projectId.map(id -> "/" + id).orElse("");
        }
        return new VersionedUrl(url.root(), Optional.of(segment), tail);
    }

    /** The version document; empty when the service shows none, which old or fenced-off services do. */
    private Optional<VersionDocument> ask(VersionedUrl url, boolean versioned, Function<String, Answer> get) {
        // Nova's own version document needs no login and tells all; Cinder's does need one, its root does not.
        var root = url.root() + "/";
        var places = versioned && type == ServiceType.COMPUTE ? List.of(url.versionRoot() + "/", root) : List.of(root);
        for (var place : places) {
            var answer = get.apply(place);
            if (answer.status() == 429 || answer.status() >= 500) {
                throw new OpenStackException(
                        Kind.UNAVAILABLE,
                        "cloud '" + config.name() + "': GET " + place + ": service '" + type.type()
                                + "' does not tell its versions (" + answer.status()
                                + answer.requestId()
                                        .map(id -> ", request id " + id)
                                        .orElse("") + "); try again later",
                        answer.status(),
                        answer.requestId(),
                        Optional.empty());
            }
            var document = VersionDocument.read(answer.body());
            if (document.isPresent()) {
                return document;
            }
        }
        return Optional.empty();
    }

    private Optional<Microversion> agree(VersionDocument.Version offered) {
        if (!dialect.microversioned() || offered.max().isEmpty()) {
            return Optional.empty();
        }
        return dialect.agree(offered).or(() -> {
            throw new OpenStackException(
                    Kind.REFUSED,
                    "cloud '" + config.name() + "': service '" + type.type() + "' speaks microversion "
                            + offered.min().map(Microversion::toString).orElse("?") + " and newer, this program up to "
                            + dialect.known() + "; set " + type.type().replace('-', '_') + "_default_microversion");
        });
    }

    private int wantedMajor() {
        if (dialect.major() == 0) {
            return 0;
        }
        return version("api_version").map(Microversion::major).orElse(dialect.major());
    }

    /** From *_default_microversion, or *_api_version with a minor number, as openstacksdk takes it. */
    private Optional<Microversion> pinned() {
        if (!dialect.microversioned()) {
            return Optional.empty();
        }
        var plain = version("default_microversion");
        var implied = version("api_version").filter(version -> version.minor() != 0);
        if (plain.isPresent() && implied.isPresent() && !plain.equals(implied)) {
            throw new ConfigException("cloud '" + config.name() + "' in " + config.origin() + ": "
                    + type.type().replace('-', '_') + "_api_version and _default_microversion name different"
                    + " microversions: keep one");
        }
        return plain.or(() -> implied);
    }

    private Optional<Microversion> version(String key) {
        return config.setting(Endpoints.names(type), key).flatMap(Microversion::parse);
    }
}
