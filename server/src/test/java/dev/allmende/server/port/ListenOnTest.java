package dev.allmende.server.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.cli.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenOnTest {

    @Test
    void readsWhatUsersWrite() {
        assertThat(ListenOn.parse("0.0.0.0:8443")).isEqualTo(new ListenOn("0.0.0.0", 8443));
        assertThat(ListenOn.parse("8443")).isEqualTo(new ListenOn("127.0.0.1", 8443));
        assertThat(ListenOn.parse("[::1]:0")).isEqualTo(new ListenOn("::1", 0)).hasToString("[::1]:0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "host:", ":1", "host:65536", "host:-1", "[]:1"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> ListenOn.parse(text))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--listen")
                .hasMessageContaining("\"" + text + "\"");
    }

    @Test
    void thePortsOwnerIsNamed() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortOwner.of(socket.getLocalPort()).orElseThrow())
                    .isEqualTo("process " + ProcessHandle.current().pid() + " (java)");
        }
    }
}
