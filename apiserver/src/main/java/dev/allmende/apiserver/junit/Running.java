package dev.allmende.apiserver.junit;

import dev.allmende.apiserver.ApiServer;
import dev.allmende.apiserver.tls.Kubeconfig;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A server in a temporary folder, and what tests get of it. */
final class Running implements AutoCloseable {

    private static final String CLIENT = "io.fabric8.kubernetes.client.KubernetesClient";

    private final Path folder;
    private final ApiServer server;
    private @Nullable Client client;

    private Running(Path folder, ApiServer server) {
        this.folder = folder;
        this.server = server;
    }

    static Running start(UnaryOperator<ApiServer.Builder> wishes) throws IOException {
        var folder = Files.createTempDirectory("apiserver-");
        try {
            return new Running(folder, wishes.apply(ApiServer.in(folder)).start());
        } catch (IOException | RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    /** By its name: the class need not be there. */
    static boolean gives(Class<?> type) {
        return type == ApiServer.class
                || type == Kubeconfig.class
                || type == URI.class
                || type.getName().equals(CLIENT);
    }

    Object give(Class<?> type) {
        if (type == ApiServer.class) {
            return server;
        }
        if (type == URI.class) {
            return server.url();
        }
        var kubeconfig = server.kubeconfig("test");
        return type == Kubeconfig.class ? kubeconfig : client(kubeconfig).of();
    }

    private synchronized Client client(Kubeconfig kubeconfig) {
        if (client == null) {
            client = new Client(kubeconfig);
        }
        return client;
    }

    /** In a class of its own, which is loaded only where there is fabric8's client. */
    private static final class Client implements AutoCloseable {
        private final KubernetesClient client;

        Client(Kubeconfig kubeconfig) {
            client = new KubernetesClientBuilder()
                    .withConfig(Config.fromKubeconfig(kubeconfig.yaml()))
                    .build();
        }

        Object of() {
            return client;
        }

        @Override
        public void close() {
            client.close();
        }
    }

    @Override
    public void close() throws IOException {
        if (client != null) {
            client.close();
        }
        server.close();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, @Nullable IOException problem) throws IOException {
                Files.delete(done);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
