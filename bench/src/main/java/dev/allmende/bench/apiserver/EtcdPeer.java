package dev.allmende.bench.apiserver;

import io.etcd.jetcd.ByteSequence;
import io.etcd.jetcd.Client;
import io.etcd.jetcd.KV;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** Debian's etcd with its data on the same disk, written to by its own Java client. */
final class EtcdPeer implements AutoCloseable {

    private final Process process;
    private final Client client;

    private EtcdPeer(Process process, Client client) {
        this.process = process;
        this.client = client;
    }

    static EtcdPeer start(Path folder) throws IOException, InterruptedException {
        int clients = freePort();
        int peers = freePort();
        var url = "http://127.0.0.1:" + clients;
        var process = new ProcessBuilder(
                        "etcd",
                        "--data-dir=" + folder,
                        "--listen-client-urls=" + url,
                        "--advertise-client-urls=" + url,
                        "--listen-peer-urls=http://127.0.0.1:" + peers,
                        "--initial-advertise-peer-urls=http://127.0.0.1:" + peers,
                        "--initial-cluster=default=http://127.0.0.1:" + peers,
                        "--log-level=error")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (int left = 100; left > 0 && !answers(clients); left--) {
            Thread.sleep(100);
        }
        return new EtcdPeer(process, Client.builder().endpoints(url).build());
    }

    Load.Figures puts(int clients, Duration time) throws InterruptedException, ExecutionException {
        KV kv = client.getKVClient();
        var value = ByteSequence.from(Setup.object("etcd", 1));
        return Load.run("etcd put, %d clients".formatted(clients), clients, time, (who, number) -> {
            var key = ByteSequence.from("/bench/" + clients + "/" + who + "/" + number, StandardCharsets.UTF_8);
            kv.put(key, value).get();
        });
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        client.close();
        ServerProcess.end(process);
    }
}
