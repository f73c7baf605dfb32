package dev.allmende.openstack;

import dev.allmende.openstack.identity.Token;
import java.net.URI;
import java.util.Map;

/** A login to one cloud, in one region, renewed when it runs out. Thread-safe. */
public interface Cloud extends AutoCloseable {

    /** Name in {@code clouds.yaml}, or {@code envvars}. */
    String name();

    /** Region in use; empty when the cloud has one region only and none was named. */
    String region();

    /** Identity URL, for messages. */
    String authUrl();

    /** The login's facts; logs in at the first call. */
    Token token();

    /**
     * A service of the catalog in the region and interface of the configuration.
     *
     * @throws OpenStackException of kind MISSING_SERVICE naming what the catalog has
     */
    Service service(ServiceType type);

    /**
     * GET of any URL with the cloud's TLS settings and limits, but without its token: for what another protocol than
     * OpenStack's guards.
     *
     * @throws OpenStackException only when there was no answer
     */
    Answer getWithoutToken(URI url, Map<String, String> headers);

    @Override
    void close();
}
