package dev.allmende.apiserver;

import dev.allmende.apiserver.audit.AuditLog;
import dev.allmende.apiserver.audit.AuditPolicy;
import dev.allmende.apiserver.authn.ClientCertificates;
import dev.allmende.apiserver.authn.IdentityReviews;
import dev.allmende.apiserver.authn.Login;
import dev.allmende.apiserver.authn.TokenAuthenticator;
import dev.allmende.apiserver.authn.TokenCache;
import dev.allmende.apiserver.authn.TokenChain;
import dev.allmende.apiserver.authn.serviceaccount.IssuerDocuments;
import dev.allmende.apiserver.authn.serviceaccount.ServiceAccountTokens;
import dev.allmende.apiserver.authn.serviceaccount.SigningKeys;
import dev.allmende.apiserver.authn.serviceaccount.TokenIssuer;
import dev.allmende.apiserver.authz.AccessReviews;
import dev.allmende.apiserver.authz.Escalation;
import dev.allmende.apiserver.authz.RbacIndex;
import dev.allmende.apiserver.builtin.BuiltInKinds;
import dev.allmende.apiserver.discovery.Discovery;
import dev.allmende.apiserver.endpoint.Endpoints;
import dev.allmende.apiserver.endpoint.Entrance;
import dev.allmende.apiserver.endpoint.PathHandler;
import dev.allmende.apiserver.endpoint.Published;
import dev.allmende.apiserver.endpoint.WithPages;
import dev.allmende.apiserver.follow.Hub;
import dev.allmende.apiserver.follow.Listener;
import dev.allmende.apiserver.follow.RbacFollower;
import dev.allmende.apiserver.health.Health;
import dev.allmende.apiserver.health.HealthCheck;
import dev.allmende.apiserver.health.StoreCheck;
import dev.allmende.apiserver.http.HttpEdge;
import dev.allmende.apiserver.kinds.DefinitionLifecycle;
import dev.allmende.apiserver.kinds.Definitions;
import dev.allmende.apiserver.kinds.EscalationAdmission;
import dev.allmende.apiserver.kinds.MetadataIndexer;
import dev.allmende.apiserver.kinds.RoleAggregation;
import dev.allmende.apiserver.kinds.StoredAccounts;
import dev.allmende.apiserver.lifecycle.Bootstrap;
import dev.allmende.apiserver.lifecycle.Cleaning;
import dev.allmende.apiserver.lifecycle.EventExpiry;
import dev.allmende.apiserver.lifecycle.GarbageCollector;
import dev.allmende.apiserver.lifecycle.NamespaceContents;
import dev.allmende.apiserver.lifecycle.NamespaceDefaults;
import dev.allmende.apiserver.limit.Priority;
import dev.allmende.apiserver.metrics.Metrics;
import dev.allmende.apiserver.metrics.ProcessFigures;
import dev.allmende.apiserver.registry.Admission;
import dev.allmende.apiserver.registry.Catalog;
import dev.allmende.apiserver.registry.Registry;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.store.SqliteStore;
import dev.allmende.apiserver.store.StoreOptions;
import dev.allmende.apiserver.store.sealing.AesSealing;
import dev.allmende.apiserver.tls.CertificateAuthority;
import dev.allmende.apiserver.tls.Identity;
import dev.allmende.apiserver.tls.Kubeconfig;
import dev.allmende.apiserver.tls.TlsContexts;
import dev.allmende.apiserver.tls.Wanted;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Builds the parts of a server in the order in which they need each other, and closes them the other way round. */
final class Assembly implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Assembly.class.getName());
    private static final Duration CATCH_UP = Duration.ofSeconds(2);

    /** As in every Kubernetes cluster; tokens are for it unless they ask for another audience. */
    private static final String AUDIENCE = "https://kubernetes.default.svc";

    private final Settings settings;
    private final SecureRandom random = new SecureRandom();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final AtomicReference<Published> published = new AtomicReference<>(Published.NOTHING);

    final Metrics metrics = new Metrics();
    final SqliteStore store;
    final Registry registry;
    final CertificateAuthority authority;
    final Identity admin;
    final Entrance inside;
    final HttpEdge edge;

    Assembly(Settings settings) throws IOException {
        this.settings = settings;
        try {
            Files.createDirectories(settings.data());
            authority = CertificateAuthority.open(settings.keys(), settings.clock(), random);
            var identity = authority.kept("server", Wanted.Server.local(names()));
            var administrator = administrator();
            var rbac = new RbacIndex();
            var vertx = part(vertx());
            store = keep(SqliteStore.open(
                    storeOptions(settings, () -> published.get().catalog())));
            StoreMetrics.register(metrics, store);
            ProcessFigures.register(metrics);
            registry = registry(rbac);
            var hub = followers(rbac);
            inside = entrance(rbac, hub);
            edge = keep(listen(vertx, identity));
            admin = await(administrator);
            keep(new Warming(published::get));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Beside the rest: to make the key takes up to a second, at the first start. */
    private FutureTask<Identity> administrator() {
        var task = new FutureTask<>(() -> authority.kept("admin", Wanted.Client.ADMIN));
        Thread.ofPlatform().name("administrator").daemon().start(task);
        return task;
    }

    private static Identity await(FutureTask<Identity> task) throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while starting");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Under which clients may reach the server: also by what it listens on, unless that is every address. */
    private List<String> names() {
        List<String> names = new ArrayList<>(settings.names());
        if (!isWildcard(settings.host())) {
            names.add(settings.host());
        }
        return names;
    }

    private static boolean isWildcard(String host) {
        return host.equals("0.0.0.0") || host.equals("::");
    }

    static StoreOptions storeOptions(Settings settings, Supplier<Catalog> catalog) {
        var sealing = new AesSealing(
                settings.keys().resolve("secrets.key"), Set.of(GroupResource.SECRETS), new SecureRandom());
        return StoreOptions.of(settings.data().resolve("objects.db"), new MetadataIndexer(catalog))
                .withSealing(sealing)
                .withClock(settings.clock());
    }

    private Registry registry(RbacIndex rbac) {
        List<Admission> admissions = new ArrayList<>();
        admissions.add(new EscalationAdmission(new Escalation(rbac)));
        admissions.addAll(settings.admissions());
        return new Registry(store, admissions, settings.clock(), this::uuid, new Suffixes(random)::next);
    }

    private Hub followers(RbacIndex rbac) {
        var cleaning = new Cleaning(registry, () -> published.get().catalog());
        var definitions = new AtomicReference<Definitions>();
        var lifecycle =
                keep(new DefinitionLifecycle(store, cleaning, definitions::get, settings.clock(), Assembly::report));
        definitions.set(new Definitions(settings.clock(), this::publish, lifecycle::changed));
        List<Listener> listeners = List.of(
                definitions.get(),
                new RbacFollower(rbac),
                keep(new RoleAggregation(store, cleaning, Assembly::report)),
                keep(new NamespaceDefaults(store, cleaning, authority.pem(), Assembly::report)),
                keep(new NamespaceContents(store, cleaning, settings.clock(), Assembly::report)),
                keep(new GarbageCollector(store, cleaning, Assembly::report)));
        new Bootstrap(store, cleaning).run();
        var hub = keep(new Hub(store, listeners, Assembly::report));
        hub.start();
        keep(new EventExpiry(store, cleaning, settings.clock(), Assembly::report));
        return hub;
    }

    private void publish(Catalog catalog) {
        List<ServedKind> kinds = new ArrayList<>(catalog.kinds());
        BuiltInKinds.reviews().forEach(review -> kinds.add(review.served()));
        var discovery = new Discovery(kinds, settings.host() + ":" + settings.port());
        published.updateAndGet(
                before -> new Published(catalog, discovery, before.openApi().after(discovery)));
    }

    private Entrance entrance(RbacIndex rbac, Hub hub) throws IOException {
        var signing = SigningKeys.open(settings.keys().resolve("service-accounts.key"));
        var audit = audit();
        List<HealthCheck> checks = new ArrayList<>(List.of(new StoreCheck(store, settings.clock())));
        checks.addAll(settings.checks());
        List<PathHandler> handlers = new ArrayList<>(settings.handlers());
        handlers.addAll(Endpoints.issuer(new IssuerDocuments(AUDIENCE, AUDIENCE + IssuerDocuments.KEYS_PATH, signing)));
        return Endpoints.entrance(
                security(rbac, signing),
                new Priority(settings.room()),
                registry,
                published::get,
                new Endpoints.Watched(new Health(checks), metrics, audit),
                handlers,
                () -> hub.await(store.resourceVersion(), CATCH_UP),
                settings.clock(),
                this::uuid,
                random);
    }

    private HttpEdge listen(Vertx vertx, Identity identity) {
        return HttpEdge.listen(
                vertx,
                settings.host(),
                settings.port(),
                identity.keyManager(),
                TlsContexts.asksOnly(List.of(authority.certificate())),
                new WithPages(settings.pages().apply(inside), inside),
                settings.limits());
    }

    private Endpoints.Security security(RbacIndex rbac, SigningKeys signing) {
        var accounts = new StoredAccounts(store);
        var audiences = List.of(AUDIENCE);
        List<TokenAuthenticator> chain = new ArrayList<>();
        chain.add(new ServiceAccountTokens(audiences, signing, accounts, settings.clock()));
        chain.addAll(settings.tokens());
        var tokens = new TokenCache(new TokenChain(chain, audiences), settings.clock());
        var certificates = new ClientCertificates(List.of(authority.certificate()), settings.clock());
        var issuer = new TokenIssuer(
                new TokenIssuer.Issuer(AUDIENCE, audiences, 0),
                signing,
                accounts,
                settings.clock(),
                () -> uuid().toString());
        return new Endpoints.Security(
                new Login(certificates, tokens, audiences),
                rbac,
                new IdentityReviews(tokens, audiences, settings.clock()),
                new AccessReviews(rbac, rbac),
                issuer);
    }

    private Optional<AuditLog> audit() throws IOException {
        if (settings.audit().isEmpty()) {
            return Optional.empty();
        }
        var log = keep(AuditLog.open(settings.audit().get(), AuditPolicy.standard(), AuditLog.Limits.STANDARD));
        metrics.describe("apiserver_audit_lost_total", "counter", "Audit events that could not be written.")
                .gauge("apiserver_audit_lost_total", "", log::lost);
        return Optional.of(log);
    }

    Kubeconfig kubeconfig(String context) {
        var server = URI.create("https://%s:%d".formatted(reachable(settings.host()), edge.port()));
        return new Kubeconfig(context, server, authority.pem(), "admin", new Kubeconfig.Certificate(admin));
    }

    private static String reachable(String host) {
        var address = isWildcard(host) ? "127.0.0.1" : host;
        return address.contains(":") ? "[" + address + "]" : address;
    }

    private static void report(Exception problem) {
        LOG.log(System.Logger.Level.WARNING, "a follower of the store failed and goes on", problem);
    }

    /** Random by a generator that is quick; they need not be secret. */
    private UUID uuid() {
        var bits = ThreadLocalRandom.current();
        long high = (bits.nextLong() & ~0xF000L) | 0x4000L;
        long low = (bits.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static Vertx vertx() {
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(Math.max(2, Runtime.getRuntime().availableProcessors()))
                .setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(2)
                .setBlockedThreadCheckInterval(60_000));
    }

    private Vertx part(Vertx vertx) {
        parts.push(() -> vertx.close().toCompletionStage().toCompletableFuture().join());
        return vertx;
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.WARNING, "while stopping", e);
            }
        }
    }
}
