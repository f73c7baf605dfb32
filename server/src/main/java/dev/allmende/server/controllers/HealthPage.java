package dev.allmende.server.controllers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.allmende.server.port.ListenOn;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** {@code /livez}, {@code /readyz} and {@code /metrics} of controllers that run by themselves. */
final class HealthPage implements AutoCloseable {

    private final HttpServer server;

    private HealthPage(HttpServer server) {
        this.server = server;
    }

    static HealthPage listen(ListenOn address, Supplier<String> figures) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(address.host(), address.port()), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/livez", exchange -> answer(exchange, "ok\n"));
        server.createContext("/readyz", exchange -> answer(exchange, "ok\n"));
        server.createContext("/metrics", exchange -> answer(exchange, figures.get()));
        server.start();
        return new HealthPage(server);
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
