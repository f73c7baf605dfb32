package dev.allmende.server.shell;

import dev.allmende.apiserver.ApiServer;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.protection.ApprovalAdmission;
import dev.allmende.server.shell.account.Accounts;
import dev.allmende.server.shell.login.Sessions;
import dev.allmende.server.shell.resource.Api;
import dev.allmende.server.shell.visit.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A whole server with pages, with users admin and anna, whose password is their name ten characters long. */
final class TestServer implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";
    private static final int QUICK = 500;

    final ApiServer server;
    final Accounts accounts;
    final Api admin;
    final Turned clock = new Turned();

    /** A clock that tests turn forward. */
    static final class Turned extends Clock {
        private final AtomicReference<Duration> turned = new AtomicReference<>(Duration.ZERO);

        void turn(Duration by) {
            turned.updateAndGet(before -> before.plus(by));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(turned.get());
        }
    }

    TestServer(Path folder) {
        this(folder, Issuers.NONE);
    }

    TestServer(Path folder, Issuers issuers) {
        try {
            var random = new SecureRandom();
            accounts = new Accounts(folder, QUICK, Clock.systemUTC(), random);
            accounts.add("admin", List.of(User.MASTERS), PASSWORD);
            accounts.add("anna", List.of("team"), PASSWORD);
            var settings = new ShellSettings(accounts, issuers, Sessions.Limits.STANDARD, QUICK, "test", clock, random);
            server = ApiServer.in(folder)
                    .admission(new ApprovalAdmission())
                    .pages(inside -> new Shell(settings, inside))
                    .start();
            admin = new Api(server.inside(), User.of("root", User.MASTERS, User.AUTHENTICATED), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Browser browser() {
        return new Browser(server.url(), server.kubeconfig("test").authorityPem());
    }

    Browser signedIn(String name) {
        var browser = browser();
        if (browser.signIn(name, PASSWORD).code() != 303) {
            throw new IllegalStateException(name + " cannot sign in");
        }
        return browser;
    }

    void create(String path, String json) {
        admin.post(path, (com.fasterxml.jackson.databind.node.ObjectNode) Json.parse(json.replace('\'', '"')));
    }

    /** A namespace with a ConfigMap called first, which anna may look at. */
    void namespace(String name) {
        create("/api/v1/namespaces", "{'metadata':{'name':'" + name + "'}}");
        configMap(name, "first");
        create(
                "/apis/rbac.authorization.k8s.io/v1/namespaces/" + name + "/rolebindings",
                "{'metadata':{'name':'readers'},'roleRef':{'apiGroup':'rbac.authorization.k8s.io','kind':'ClusterRole','name':'view'},"
                        + "'subjects':[{'kind':'Group','apiGroup':'rbac.authorization.k8s.io','name':'team'}]}");
    }

    /** Makes {@link Widgets} a kind, and waits until it is served. */
    void widgets() throws InterruptedException {
        create("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", Widgets.DEFINITION);
        while (true) {
            try {
                admin.get("/apis/shop.example/v1/widgets");
                return;
            } catch (Refusal notYet) {
                Thread.sleep(20);
            }
        }
    }

    void configMap(String namespace, String name) {
        create(
                "/api/v1/namespaces/" + namespace + "/configmaps",
                "{'metadata':{'name':'" + name + "'},'data':{'greeting':'hello'}}");
    }

    @Override
    public void close() {
        server.close();
    }
}
