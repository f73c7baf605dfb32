package dev.allmende.server.controllers;

import dev.allmende.kit.Connection;
import dev.allmende.server.rooms.Controllers;
import dev.allmende.server.rooms.Ground;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The controllers inside {@code allmende up}: with rights of their own, through the API as everybody. */
public final class RoomControllers implements Controllers {

    @Override
    public String name() {
        return "all rooms";
    }

    @Override
    public AutoCloseable start(Ground ground, Path kubeconfig) {
        var running = new Running(ground, kubeconfig);
        running.thread.start();
        return running;
    }

    /** Starts beside the API, which answers meanwhile. */
    private static final class Running implements AutoCloseable {

        private static final System.Logger LOG = System.getLogger(RoomControllers.class.getName());
        private static final Duration PATIENCE = Duration.ofSeconds(2);

        private final Ground ground;
        private final Path kubeconfig;
        private final Thread thread = Thread.ofVirtual().name("controllers").unstarted(this::start);
        private final ReentrantLock starting = new ReentrantLock();
        private @Nullable KubernetesClient client;
        private @Nullable Host host;
        private volatile boolean closed;

        Running(Ground ground, Path kubeconfig) {
            this.ground = ground;
            this.kubeconfig = kubeconfig;
        }

        private void start() {
            try {
                var config = Files.readString(kubeconfig);
                try (var administrator = Connection.of(config)) {
                    Rights.apply(administrator);
                    open(config);
                    TenantRoles.apply(administrator);
                    DemoObjects.apply(administrator, ground.folders().data());
                }
            } catch (IOException | KubernetesClientException e) {
                LOG.log(System.Logger.Level.ERROR, "the controllers do not start", e);
            }
        }

        private void open(String config) {
            starting.lock();
            try {
                if (!closed) {
                    client = Connection.as(Rights.USER, config);
                    host = Host.start(
                            client,
                            Rights.NAMESPACE,
                            Optional.empty(),
                            ground.statusPages()::signedIn,
                            Optional.of(ground.folders().data().resolve("export")),
                            ground.clock());
                    ground.statusPages().open(host.status().site(), host::figures);
                    LOG.log(System.Logger.Level.INFO, "controllers act");
                }
                if (closed) {
                    shut();
                }
            } finally {
                starting.unlock();
            }
        }

        /** A start cannot be broken off, and on a busy machine outlasts the time that a stop has: then it ends itself. */
        @Override
        public void close() {
            closed = true;
            thread.interrupt();
            if (isStarted()) {
                try {
                    shut();
                } finally {
                    starting.unlock();
                }
            } else {
                LOG.log(System.Logger.Level.INFO, "stops while the controllers start");
            }
        }

        /** Takes the lock when it is so. */
        private boolean isStarted() {
            try {
                return starting.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private void shut() {
            if (host != null) {
                host.close();
                host = null;
            }
            if (client != null) {
                client.close();
                client = null;
            }
        }
    }
}
