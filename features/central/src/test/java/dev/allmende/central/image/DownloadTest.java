package dev.allmende.central.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/disk", exchange -> answer(exchange, 200, "data"));
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().add("Location", "/disk");
            answer(exchange, 302, "");
        });
        server.createContext("/round", exchange -> {
            exchange.getResponseHeaders().add("Location", "/round");
            answer(exchange, 302, "");
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String url(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    private static Download anywhere() {
        return new Download(HttpClient.newHttpClient(), address -> true);
    }

    private static String text(String url) throws IOException {
        try (var data = anywhere().open(url)) {
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void dataIsReadFromWhereTheAddressLeads() throws IOException {
        assertThat(text(url("/disk"))).isEqualTo("data");
        assertThat(text(url("/elsewhere"))).isEqualTo("data");
    }

    @Test
    void whatIsNotThereIsTriedAgain() {
        assertThatThrownBy(() -> text(url("/nothing")))
                .hasMessageContaining("answers 404")
                .asInstanceOf(InstanceOfAssertFactories.type(OpenStackException.class))
                .extracting(OpenStackException::trouble)
                .isEqualTo(Trouble.TRANSIENT);
    }

    @Test
    void itDoesNotGoRoundForEver() {
        assertThatThrownBy(() -> text(url("/round"))).hasMessageContaining("redirects more than");
    }

    @Test
    void theControllersOwnMachineIsNotRead() {
        assertThatThrownBy(() -> Download.ofPublicAddresses().open(url("/disk")))
                .hasMessageContaining("127.0.0.1, which is not public")
                .asInstanceOf(InstanceOfAssertFactories.type(OpenStackException.class))
                .extracting(OpenStackException::trouble)
                .isEqualTo(Trouble.TERMINAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "::1",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1",
                "224.0.0.1"
            })
    void networksThatAreSomebodysOwnAreNotPublic(String address) throws IOException {
        assertThat(Download.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9.9.9", "100.128.0.1", "172.32.0.1", "2620:fe::fe"})
    void theRestIsPublic(String address) throws IOException {
        assertThat(Download.isPublic(InetAddress.getByName(address))).isTrue();
    }
}
