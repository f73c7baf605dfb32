package dev.allmende.apiserver.peers;

import dev.allmende.apiserver.ApiServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server answers kubectl and helm as a kube-apiserver does. */
class EmbeddedPeersTest {

    private static @Nullable ApiServer server;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = ApiServer.in(folder.resolve("state")).start();
        server.kubeconfig("peers").write(folder.resolve("kubeconfig"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> answersAsTheRealServerDoes() throws IOException, InterruptedException {
        return new Suite(Suite.EMBEDDED, Clients.orSkip(), folder.resolve("kubeconfig")).tests();
    }
}
