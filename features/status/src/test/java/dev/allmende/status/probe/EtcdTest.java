package dev.allmende.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.status.ProbeTargets;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With an etcd of Debian's package etcd-server, or any other on the PATH. */
@Tag("real")
class EtcdTest {

    private static final int TRIES = 300;
    private static final int WRITES = 30;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    private Path data;

    private final Asker asker = new Asker(InstantSource.system(), System::nanoTime);

    @Test
    void anEtcdThatIsFullFailsWithItsAlarm() throws Exception {
        var url = "http://127.0.0.1:" + freePort();
        var peer = "http://127.0.0.1:" + freePort();
        var etcd = new ProcessBuilder(
                        "etcd",
                        "--data-dir=" + data.resolve("etcd"),
                        "--listen-client-urls=" + url,
                        "--advertise-client-urls=" + url,
                        "--listen-peer-urls=" + peer,
                        "--initial-advertise-peer-urls=" + peer,
                        "--initial-cluster=default=" + peer,
                        "--quota-backend-bytes=" + (16 << 20))
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile())
                .start();
        try {
            var question = new EtcdQuestion(new ProbeTargets.Etcd(url, null));
            var first = ask(question);
            for (int i = 0; i < TRIES && first.grade() != Result.Grade.OK; i++) {
                Thread.sleep(100);
                first = ask(question);
            }
            assertThat(first.grade()).as(first.detail()).isEqualTo(Result.Grade.OK);
            fill(url);
            var full = ask(question);
            assertThat(full.grade()).isEqualTo(Result.Grade.FAIL);
            assertThat(full.error()).contains(Failing.UNHEALTHY);
            assertThat(full.detail()).isEqualTo("alarm NOSPACE");
        } finally {
            etcd.destroyForcibly().waitFor();
        }
    }

    private Result ask(Question question) throws InterruptedException {
        return asker.ask(question, LIMIT, LIMIT);
    }

    private static void fill(String url) throws IOException {
        var value = Base64.getEncoder().encodeToString(new byte[1_000_000]);
        for (int i = 0; i < WRITES; i++) {
            var key = Base64.getEncoder().encodeToString(new byte[] {(byte) i});
            var put = "{\"key\":\"%s\",\"value\":\"%s\"}".formatted(key, value);
            if (Web.post(url + "/v3/kv/put", put, null, new Watch(System::nanoTime))
                            .status()
                    != 200) {
                return;
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
