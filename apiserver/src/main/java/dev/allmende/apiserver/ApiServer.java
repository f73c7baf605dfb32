package dev.allmende.apiserver;

import dev.allmende.apiserver.authn.TokenAuthenticator;
import dev.allmende.apiserver.endpoint.Inside;
import dev.allmende.apiserver.endpoint.Pages;
import dev.allmende.apiserver.endpoint.PathHandler;
import dev.allmende.apiserver.endpoint.Published;
import dev.allmende.apiserver.health.HealthCheck;
import dev.allmende.apiserver.http.HttpLimits;
import dev.allmende.apiserver.limit.Priority;
import dev.allmende.apiserver.metrics.Metrics;
import dev.allmende.apiserver.registry.Admission;
import dev.allmende.apiserver.store.Restore;
import dev.allmende.apiserver.store.SqliteStore;
import dev.allmende.apiserver.tls.Kubeconfig;
import dev.allmende.apiserver.tls.TlsContexts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * A Kubernetes-style API server in this process, with its objects in one SQLite file. kubectl, helm, fabric8 and every
 * other client of Kubernetes talk to it.
 *
 * <pre>{@code
 * try (var server = ApiServer.in(Path.of("state")).start()) {
 *     server.kubeconfig("local").write(Path.of("kubeconfig"));
 *     ...
 * }
 * }</pre>
 */
public final class ApiServer implements AutoCloseable {

    private final Assembly assembly;

    private ApiServer(Assembly assembly) {
        this.assembly = assembly;
    }

    /** @param folder of all state; made when absent */
    public static Builder in(Path folder) {
        return new Builder(folder);
    }

    /** Where clients reach it. */
    public URI url() {
        return kubeconfig("allmende").server();
    }

    public int port() {
        return assembly.edge.port();
    }

    /** How to reach it as an administrator. */
    public Kubeconfig kubeconfig(String context) {
        return assembly.kubeconfig(context);
    }

    /** For a client in Java: trusts this server alone, and is the administrator. */
    public SSLContext adminTls() {
        return TlsContexts.client(assembly.admin, List.of(assembly.authority.certificate()));
    }

    /** The objects, for backup and figures; clients come over the network. */
    public SqliteStore store() {
        return assembly.store;
    }

    /** Asks the API from within the process, as any user. */
    public Inside inside() {
        return assembly.inside;
    }

    /** The figures at {@code /metrics}, to add to. */
    public Metrics metrics() {
        return assembly.metrics;
    }

    /** Stops taking requests, ends watches, and closes the store. */
    @Override
    public void close() {
        assembly.close();
    }

    /** Says how a server is to be; everything has a default. */
    public static final class Builder {
        private final Path folder;
        private Path keys;
        private String host = "127.0.0.1";
        private int port;
        private final List<String> names = new ArrayList<>();
        private Optional<Path> audit;
        private final List<Admission> admissions = new ArrayList<>();
        private final List<TokenAuthenticator> tokens = new ArrayList<>();
        private final List<PathHandler> handlers = new ArrayList<>();
        private final List<HealthCheck> checks = new ArrayList<>();
        private Function<Inside, Pages> pages = inside -> Pages.NONE;
        private Priority.Room room = Priority.Room.DEFAULT;
        private HttpLimits limits = HttpLimits.DEFAULT;
        private Clock clock = Clock.systemUTC();

        private Builder(Path folder) {
            this.folder = folder;
            this.keys = folder.resolve("keys");
            this.audit = Optional.of(folder.resolve("audit.log"));
        }

        /** Folder of everything secret, to keep apart from the data and its backups. Default: {@code keys} in the folder. */
        public Builder keys(Path path) {
            keys = path;
            return this;
        }

        /** Address and port to listen on; port 0 takes a free one. Default: 127.0.0.1, a free port. */
        public Builder listen(String address, int tcpPort) {
            host = address;
            port = tcpPort;
            return this;
        }

        /** One more name or address under which clients reach the server. */
        public Builder name(String name) {
            names.add(name);
            return this;
        }

        /** File of the audit log. Default: {@code audit.log} in the folder. */
        public Builder audit(Path file) {
            audit = Optional.of(file);
            return this;
        }

        public Builder withoutAudit() {
            audit = Optional.empty();
            return this;
        }

        /** A say in every write. */
        public Builder admission(Admission admission) {
            admissions.add(admission);
            return this;
        }

        /** One more kind of bearer token, such as those of an OpenID Connect issuer. */
        public Builder tokens(TokenAuthenticator authenticator) {
            tokens.add(authenticator);
            return this;
        }

        /** Answers paths of its own, such as pages; behind login and rights like all others. */
        public Builder handler(PathHandler handler) {
            handlers.add(handler);
            return this;
        }

        /** Paths with a login of their own. Made with the way to ask the API for the user who is signed in. */
        public Builder pages(Function<Inside, Pages> make) {
            pages = make;
            return this;
        }

        /** One more thing that must work for the server to be ready. */
        public Builder check(HealthCheck check) {
            checks.add(check);
            return this;
        }

        public Builder room(Priority.Room requests) {
            room = requests;
            return this;
        }

        public Builder limits(HttpLimits wire) {
            limits = wire;
            return this;
        }

        public Builder clock(Clock source) {
            clock = source;
            return this;
        }

        /**
         * Starts the server; when this returns, it answers.
         *
         * @throws IOException when a file or the port cannot be had; the message says which and what to do
         */
        public ApiServer start() throws IOException {
            return new ApiServer(new Assembly(settings()));
        }

        /**
         * Puts a backup in the place of the objects, while no server runs on the folder; the file that was there is kept
         * beside it.
         *
         * @throws dev.allmende.apiserver.store.UnusableStore when the backup is not whole, is sealed by other keys, or a
         *     server has the folder; then nothing changed
         */
        public Restore.Done restore(Path backup) throws IOException {
            Files.createDirectories(folder);
            return SqliteStore.restore(backup, Assembly.storeOptions(settings(), () -> Published.NOTHING.catalog()));
        }

        private Settings settings() {
            return new Settings(
                    folder.toAbsolutePath(),
                    keys.toAbsolutePath(),
                    host,
                    port,
                    names,
                    audit,
                    admissions,
                    tokens,
                    handlers,
                    pages,
                    checks,
                    room,
                    limits,
                    clock);
        }
    }
}
