package dev.allmende.openstack;

import dev.allmende.openstack.catalog.Endpoints;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.identity.Login;
import dev.allmende.openstack.identity.Token;
import dev.allmende.openstack.transport.Clients;
import dev.allmende.openstack.transport.Request;
import dev.allmende.openstack.transport.Transport;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Opens clouds. */
public final class Clouds {

    private Clouds() {}

    /**
     * A cloud that logs in when first asked. Close it to give its connections back.
     *
     * @throws OpenStackException of kind CONFIG when a certificate file cannot be read
     */
    public static Cloud open(CloudConfig config, ClientOptions options) {
        return open(config, new Clients(options));
    }

    /**
     * For many logins.
     *
     * @param clients shared by them
     * @throws OpenStackException of kind CONFIG when a certificate file cannot be read
     */
    public static Cloud open(CloudConfig config, Clients clients) {
        var options = clients.options();
        var transport =
                new Transport(config.name(), clients, config.apiTimeout().orElse(options.readLimit()), config.tls());
        return new LiveCloud(config, transport, new Login(config, transport, options.clock()));
    }

    private record LiveCloud(CloudConfig config, Transport transport, Login login, Map<ServiceType, Service> services)
            implements Cloud {

        LiveCloud(CloudConfig config, Transport transport, Login login) {
            this(config, transport, login, new ConcurrentHashMap<>());
        }

        @Override
        public String name() {
            return config.name();
        }

        @Override
        public String region() {
            return config.region();
        }

        @Override
        public String authUrl() {
            return config.authUrl();
        }

        @Override
        public Token token() {
            return login.token().facts();
        }

        @Override
        public Service service(ServiceType type) {
            // Logs in outside the map's lock, so that no service waits for another.
            var token = token();
            return services.computeIfAbsent(
                    type,
                    wanted -> new CatalogService(
                            config, wanted, new Endpoints(config).url(wanted, token), login, transport));
        }

        @Override
        public Answer getWithoutToken(URI url, Map<String, String> headers) {
            return transport.send(new Request("GET", url, headers, new byte[0], true));
        }

        @Override
        public void close() {
            transport.close();
        }
    }
}
