package dev.allmende.e2e.login;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.allmende.apiserver.tls.CertificateAuthority;
import dev.allmende.apiserver.tls.Wanted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/** Stands before a server that speaks plain HTTP, as a load balancer does, and speaks TLS on a free port. */
final class TlsFront implements AutoCloseable {

    /** Headers that belong to one connection, or that the client sets itself. */
    private static final Set<String> OWN =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings");

    final Path authority;
    private final URI behind;
    private final HttpsServer server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    TlsFront(URI behind, Path folder) throws IOException, GeneralSecurityException {
        this.behind = behind;
        var issuing = CertificateAuthority.open(folder, Clock.systemUTC(), new SecureRandom());
        var context = SSLContext.getInstance("TLS");
        context.init(
                new KeyManager[] {
                    issuing.kept("server", Wanted.Server.local(List.of())).keyManager()
                },
                null,
                null);
        authority = folder.resolve("ca.crt");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    private void pass(HttpExchange call) throws IOException {
        var target = URI.create(behind.toString().replaceAll("/$", "") + call.getRequestURI());
        var request = HttpRequest.newBuilder(target)
                .method(
                        call.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                call.getRequestBody().readAllBytes()));
        call.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT)) && !name.startsWith(":")) {
                    call.getResponseHeaders().put(name, values);
                }
            });
            call.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            call.getResponseBody().write(answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            call.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
