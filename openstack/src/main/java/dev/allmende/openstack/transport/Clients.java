package dev.allmende.openstack.transport;

import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.config.TlsSettings;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLParameters;

/**
 * HTTP clients, one for each way to trust and to be trusted: many logins to a cloud share its connections, and a thread
 * that waits for them. A client ends with the last login that uses it. Thread-safe.
 */
public final class Clients {

    private final ClientOptions options;
    private final Map<TlsSettings, Shared> clients = new HashMap<>();

    public Clients(ClientOptions options) {
        this.options = options;
    }

    public ClientOptions options() {
        return options;
    }

    private record Shared(HttpClient client, int users) {}

    /**
     * To be given back with {@link #release}.
     *
     * @param cloud name for messages
     * @throws OpenStackException of kind CONFIG when a certificate file cannot be read
     */
    synchronized HttpClient acquire(String cloud, TlsSettings tls) {
        var known = clients.get(tls);
        var shared = known == null ? new Shared(make(cloud, tls), 1) : new Shared(known.client(), known.users() + 1);
        clients.put(tls, shared);
        return shared.client();
    }

    synchronized void release(TlsSettings tls) {
        var known = Objects.requireNonNull(clients.get(tls), "released more often than acquired");
        if (known.users() > 1) {
            clients.put(tls, new Shared(known.client(), known.users() - 1));
        } else {
            clients.remove(tls);
            known.client().shutdownNow();
        }
    }

    private HttpClient make(String cloud, TlsSettings tls) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.connectLimit())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .sslContext(TlsContexts.of(cloud, tls))
                // Empty means the context's own; without it the client would make the context now.
                .sslParameters(new SSLParameters())
                .build();
    }
}
