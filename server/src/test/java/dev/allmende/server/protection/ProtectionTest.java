package dev.allmende.server.protection;

import dev.allmende.apiserver.ApiServer;
import dev.allmende.kit.Connection;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

class ProtectionTest extends ProtectionBehaviour {

    private @Nullable ApiServer server;

    // of the class: one of the object would be given only after the server has started
    private static @TempDir Path data = Path.of("");

    @Override
    KubernetesClient start() throws IOException {
        var started = ApiServer.in(data)
                .admission(new ProtectionAdmission())
                .admission(new ApprovalAdmission())
                .start();
        server = started;
        return Connection.of(kubeconfig());
    }

    @Override
    String kubeconfig() {
        return Objects.requireNonNull(server).kubeconfig("test").yaml();
    }

    @Override
    void end() {
        Objects.requireNonNull(server).close();
    }
}
