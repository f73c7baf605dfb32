package dev.allmende.openstack.catalog;

import dev.allmende.openstack.ServiceType;
import java.util.Optional;

/**
 * How we speak with a service.
 *
 * @param major the API's major version that we know; 0 when the URL of the catalog is taken as it is
 * @param segment path of that version where the service does not tell
 * @param name in the header OpenStack-API-Version; empty when there are no microversions
 * @param known highest microversion whose answers we know
 */
public record Dialect(int major, String segment, String name, Microversion known) {

    private static final Microversion NONE = new Microversion(0, 0);

    /** Sources: the services' "REST API Version History", up to release 2024.1; SDK folders of openstacksdk. */
    public static Dialect of(ServiceType type) {
        return switch (type) {
            case IDENTITY -> plain(3, "v3");
            case COMPUTE -> new Dialect(2, "v2.1", "compute", new Microversion(2, 96));
            case IMAGE -> plain(2, "v2");
            case NETWORK -> plain(2, "v2.0");
            case BLOCK_STORAGE -> new Dialect(3, "v3", "volume", new Microversion(3, 71));
            case LOAD_BALANCER -> plain(2, "v2");
            case PLACEMENT -> new Dialect(0, "", "placement", new Microversion(1, 39));
            case KEY_MANAGER -> plain(1, "v1");
            case DNS -> plain(2, "v2");
            case ORCHESTRATION -> plain(1, "v1");
            case OBJECT_STORE, S3 -> plain(0, "");
        };
    }

    private static Dialect plain(int major, String segment) {
        return new Dialect(major, segment, "", NONE);
    }

    public boolean microversioned() {
        return !name.isEmpty();
    }

    /** The highest microversion that both sides know; empty when they share none. */
    public Optional<Microversion> agree(VersionDocument.Version offered) {
        if (offered.max().isEmpty()) {
            return Optional.empty();
        }
        var max = offered.max().get();
        var best = max.compareTo(known) < 0 ? max : known;
        return offered.min().filter(min -> min.compareTo(best) > 0).isPresent() ? Optional.empty() : Optional.of(best);
    }
}
